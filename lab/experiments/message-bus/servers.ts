import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import type { Requirement, Service } from "../../experiment.ts";
import { version } from "../../environment.ts";

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const nodeFolder = "lab/experiments/message-bus/servers/node";
const packages = "/usr/lib/python3/dist-packages";

/** Debian's own interpreter: one installed by hand earlier on PATH would not see Debian's packages. */
const PYTHON = "/usr/bin/python3";

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

/** The store and all servers, on consecutive loopback ports from `firstPort`: the store has the first. */
export function servicesFrom(firstPort: number): { store: Service; servers: Service[] } {
  const servers = [nodeServer, geventServer].map((server, index) => server(firstPort + 10 + index, firstPort));
  return { store: redisOn(firstPort), servers };
}

/** Redis without any write to disk, so that nothing but requests keeps it busy. */
function redisOn(port: number): Service {
  return {
    id: "redis",
    label: "Redis",
    role: "store",
    port,
    command: ["redis-server", "--port", `${port}`, "--bind", "127.0.0.1", "--save", "", "--appendonly", "no"],
  };
}

function nodeServer(port: number, storePort: number): Service {
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

function geventServer(port: number, storePort: number): Service {
  const [gevent, webob, redis] = ["python3-gevent", "python3-webob", "python3-redis"].map(debianVersion);
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

function debianVersion(name: string): string {
  return version(["dpkg-query", "-W", "-f", "${Version}", name]);
}
