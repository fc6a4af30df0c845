import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import type { Requirement, Service } from "../../experiment.ts";
import { version } from "../../environment.ts";

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const nodeFolder = "lab/experiments/message-bus/servers/node";
const packages = "/usr/lib/python3/dist-packages";

/** Debian's own interpreter: one installed by hand earlier on PATH would not see Debian's packages. */
const PYTHON = "/usr/bin/python3";

export const storePort = 7701;

/** Longest accept queue, the same for every server: Python's default of 5 and Node's of 511 would decide the result. */
export const BACKLOG = 4096;

export const requirements: readonly Requirement[] = [
  { path: "/usr/bin/redis-server", install: { apt: "redis-server" } },
  { path: "/usr/bin/httperf", install: { apt: "httperf" } },
  { path: "/usr/bin/wrk", install: { apt: "wrk" } },
  { path: `${packages}/gevent`, install: { apt: "python3-gevent" } },
  { path: `${packages}/webob`, install: { apt: "python3-webob" } },
  { path: `${packages}/redis`, install: { apt: "python3-redis" } },
  { path: here("servers/node/node_modules/connect"), install: { npm: nodeFolder } },
];

/** Redis without any write to disk, so that nothing but requests keeps it busy. */
export const store: Service = {
  id: "redis",
  label: "Redis",
  role: "store",
  port: storePort,
  command: ["redis-server", "--port", `${storePort}`, "--bind", "127.0.0.1", "--save", "", "--appendonly", "no"],
};

/** Node.js with Connect. */
export function nodeServer(): Service {
  const port = 7711;
  const require = createRequire(here("servers/node/server.js"));
  const versionOf = (name: string) => (require(`${name}/package.json`) as { version: string }).version;
  return {
    id: "node",
    label: "Node.js + Connect",
    role: "server",
    port,
    command: [process.execPath, here("servers/node/server.js"), `${port}`, `${storePort}`, `${BACKLOG}`],
    env: { NODE_ENV: "production" },
    software: {
      runtime: `node ${process.versions.node}`,
      framework: `connect ${versionOf("connect")}, redis ${versionOf("redis")}`,
      build: "release",
    },
  };
}

/** CPython with Gevent and WebOb. */
export function geventServer(): Service {
  const port = 7712;
  const versionOf = (name: string) => version(["dpkg-query", "-W", "-f", "${Version}", name]);
  const [gevent, webob, redis] = ["python3-gevent", "python3-webob", "python3-redis"].map(versionOf);
  return {
    id: "gevent",
    label: "CPython + Gevent",
    role: "server",
    port,
    command: [PYTHON, here("servers/python/serve_gevent.py"), `${port}`, `${storePort}`, `${BACKLOG}`],
    software: {
      runtime: `cpython ${version([PYTHON, "--version"])}`,
      framework: `gevent ${gevent}, webob ${webob}, redis ${redis}`,
      build: "release",
    },
  };
}
