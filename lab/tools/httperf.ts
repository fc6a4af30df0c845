/** One httperf run: demanded requests/s, requests a connection, seconds of load, seconds until a request is given up. */
export interface HttperfLoad {
  readonly port: number;
  readonly uri: string;
  readonly rate: number;
  readonly calls: number;
  readonly seconds: number;
  readonly timeout: number;
}

/**
 * The command line. httperf opens connections at a fixed rate, whether or not earlier ones were answered; the demanded
 * rate of requests is that times the calls on each connection.
 */
export function httperfCommand({ port, uri, rate, calls, seconds, timeout }: HttperfLoad): string[] {
  return [
    "httperf",
    `--timeout=${timeout}`,
    "--client=0/1",
    "--server=127.0.0.1",
    `--port=${port}`,
    `--uri=${uri}`,
    `--rate=${rate / calls}`,
    "--send-buffer=4096",
    "--recv-buffer=16384",
    `--num-conns=${Math.round((rate / calls) * seconds)}`,
    `--num-calls=${calls}`,
  ];
}
