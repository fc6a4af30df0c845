import {
  BarController,
  BarElement,
  Chart,
  LinearScale,
  LineController,
  LineElement,
  LogarithmicScale,
  PointElement,
} from "chart.js";

Chart.register(BarController, BarElement, LineController, LineElement, LinearScale, LogarithmicScale, PointElement);

/** Chart.js with the parts that charts use and no others: each costs readers bytes. */
export { Chart as Drawing };
