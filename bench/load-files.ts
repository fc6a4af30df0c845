import { closeSync, openSync, writeSync } from "node:fs";

/** Writes about as many bytes of a tool's output as asked for; the same bytes each time. */
export type WriteLoad = (path: string, bytes: number) => void;

const start = 1_700_000_000;

/** Response times in milliseconds, log-normal around 5 ms, from a fixed seed. */
function times(): () => number {
  let seed = 20_261_123;
  const uniform = () => {
    seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
    return (seed + 0.5) / 2 ** 32;
  };
  return () => 5 * Math.exp(0.8 * Math.sqrt(-2 * Math.log(uniform())) * Math.cos(2 * Math.PI * uniform()));
}

function writer(header: string, rows: (i: number, milliseconds: number) => string): WriteLoad {
  return (path, bytes) => {
    const file = openSync(path, "w");
    const time = times();
    let written = writeSync(file, header);
    for (let i = 0; written < bytes;) {
      let block = "";
      for (; block.length < 1 << 20; i++) block += rows(i, time());
      written += writeSync(file, block);
    }
    closeSync(file);
  };
}

const url = "http://127.0.0.1:8101/bytes/1000";
const trends = [
  "http_req_blocked",
  "http_req_connecting",
  "http_req_tls_handshaking",
  "http_req_sending",
  "http_req_waiting",
  "http_req_receiving",
];

const k6Csv = writer(
  "metric_name,timestamp,metric_value,check,error,error_code,expected_response,group,method,name,proto,scenario,service,status,subproto,tls_version,url,extra_tags,metadata\n",
  (i, ms) => {
    const stamp = start + Math.floor(i / 1000);
    const tags = `,,,,true,,GET,${url},HTTP/1.1,s,,200,,,${url},,\n`;
    const one = (name: string, value: number) => `${name},${stamp},${value.toFixed(6)}${tags}`;
    return (
      one("http_reqs", 1) +
      one("http_req_duration", ms) +
      trends.map((name) => one(name, ms / 7)).join("") +
      one("http_req_failed", 0)
    );
  },
);

const k6Ndjson = writer("", (i, ms) => {
  const tags = `{"expected_response":"true","group":"","method":"GET","name":"${url}","proto":"HTTP/1.1","scenario":"s","status":"200","url":"${url}"}`;
  const time = new Date((start + i / 1000) * 1e3).toISOString();
  const one = (name: string, value: number) =>
    `{"metric":"${name}","type":"Point","data":{"time":"${time}","value":${value},"tags":${tags}}}\n`;
  return (
    one("http_reqs", 1) +
    one("http_req_duration", ms) +
    trends.map((name) => one(name, ms / 7)).join("") +
    one("http_req_failed", 0)
  );
});

const jtl = writer(
  "timeStamp,elapsed,label,responseCode,responseMessage,threadName,dataType,success,failureMessage,bytes,sentBytes,grpThreads,allThreads,URL,Latency,IdleTime,Connect\n",
  (i, ms) =>
    `${start * 1000 + i},${Math.ceil(ms)},HP-${i % 7},200,OK,Thread Group 1-${i % 32},text,true,,13630,390,32,32,${url},${Math.ceil(ms)},0,0\n`,
);

const vegetaCsv = writer(
  "",
  (i, ms) =>
    `${start + Math.floor(i / 1000)}${String((i % 1000) * 1e6).padStart(9, "0")},200,${Math.round(ms * 1e6)},0,32,,eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHg=,small,${i},GET,${url},\n`,
);

const vegetaNdjson = writer(
  "",
  (i, ms) =>
    `{"attack":"small","seq":${i},"code":200,"timestamp":"${new Date((start + i / 1000) * 1e3).toISOString()}","latency":${Math.round(ms * 1e6)},"bytes_out":0,"bytes_in":32,"error":"","body":"eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHg=","method":"GET","url":"${url}","headers":null}\n`,
);

const heyCsv = writer(
  "response-time,DNS+dialup,DNS,Request-write,Response-delay,Response-read,status-code,offset\n",
  (i, ms) =>
    `${(ms / 1e3).toFixed(4)},0.0000,0.0000,0.0001,${(ms / 1e3).toFixed(4)},0.0001,200,${(i / 1e3).toFixed(4)}\n`,
);

/** The formats that hold a line per request or sample, by the name of their importer. */
export const loads: ReadonlyMap<string, WriteLoad> = new Map([
  ["k6-csv", k6Csv],
  ["k6-ndjson", k6Ndjson],
  ["jmeter", jtl],
  ["vegeta-csv", vegetaCsv],
  ["vegeta-ndjson", vegetaNdjson],
  ["hey-csv", heyCsv],
]);
