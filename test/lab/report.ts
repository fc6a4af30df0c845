/** Figures of a made-up httperf report: rates in 1/s, response in ms. */
export interface Figures {
  readonly rate: number;
  readonly replyRate: number;
  readonly stdev: number;
  readonly response: number;
  /** Connections that could not be opened. */
  readonly unopened?: number;
}

/** A report as httperf prints it, of 1,000 opened connections in 10 s. */
export function report({ rate, replyRate, stdev, response, unopened = 0 }: Figures): string {
  return `httperf --timeout=5 --client=0/1 --server=127.0.0.1 --port=7711 --uri=/ --rate=${rate} --num-conns=1000 --num-calls=1
Maximum connect burst length: 1

Total: connections 1000 requests 1000 replies 1000 test-duration 10.000 s

Connection rate: 100.0 conn/s (10.0 ms/conn, <=9 concurrent connections)
Connection time [ms]: min 0.3 avg 1.6 max 9.0 median 1.5 stddev 0.4
Connection time [ms]: connect 0.0
Connection length [replies/conn]: 1.000

Request rate: 100.0 req/s (10.0 ms/req)
Request size [B]: 95.0

Reply rate [replies/s]: min 99.0 avg ${replyRate.toFixed(1)} max 100.0 stddev ${stdev.toFixed(1)} (2 samples)
Reply time [ms]: response ${response.toFixed(1)} transfer 0.0
Reply size [B]: header 109.0 content 994.0 footer 0.0 (total 1103.0)
Reply status: 1xx=0 2xx=1000 3xx=0 4xx=0 5xx=0

CPU time [s]: user 2.09 system 6.87 (user 19.9% system 65.5% total 85.3%)
Net I/O: 328.4 KB/s (2.7*10^6 bps)

Errors: total ${unopened} client-timo 0 socket-timo 0 connrefused 0 connreset 0
Errors: fd-unavail ${unopened} addrunavail 0 ftab-full 0 other 0
`;
}
