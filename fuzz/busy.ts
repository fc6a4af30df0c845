/** Milliseconds that processors have worked for this process. Other work on the machine, which makes it wait, does not count. */
export function busy(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}
