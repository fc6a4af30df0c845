import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import type { Requirement, Service } from "../../experiment.ts";
import { version } from "../../environment.ts";

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const folder = "lab/experiments/message-bus/servers";
const packages = "/usr/lib/python3/dist-packages";

/** Debian's own interpreters: one installed by hand earlier on PATH would not see Debian's packages. */
const CPYTHON = "/usr/bin/python3";
const PYPY = "/usr/bin/pypy3";

/** Where gevent lies as PyPy can run it: Debian's is for CPython alone. */
const gevent = fileURLToPath(new URL("../../.pypy", import.meta.url));

/** Longest accept queue, the same for every server: Python's default of 5 and Node's of 511 would decide the result. */
export const BACKLOG = 4096;

export const requirements: readonly Requirement[] = [
  { path: "/usr/bin/redis-server", install: { apt: "redis-server" } },
  { path: "/usr/bin/httperf", install: { apt: "httperf" } },
  { path: "/usr/bin/wrk", install: { apt: "wrk" } },
  { path: PYPY, install: { apt: "pypy3" } },
  ...["gevent", "webob", "redis", "tornado"].map((name) => ({
    path: `${packages}/${name}`,
    install: { apt: `python3-${name}` },
  })),
  { path: here("servers/node/node_modules/connect"), install: { npm: `${folder}/node` } },
  { path: "/usr/include/pypy3.9/Python.h", install: { apt: "pypy3-dev" } },
  { path: "/usr/include/ev.h", install: { apt: "libev-dev" } },
  { path: `${gevent}/gevent`, install: { run: `${PYPY} ${folder}/pypy/build_gevent.py lab/.pypy` } },
];

/** A server in Python: its script, and the Debian packages whose versions matter. */
interface Script {
  readonly id: string;
  readonly label: string;
  readonly interpreter: string;
  readonly script: string;
  readonly packages: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
}

const scripts: readonly Script[] = [
  {
    id: "gevent",
    label: "CPython + Gevent",
    interpreter: CPYTHON,
    script: "serve_gevent.py",
    packages: ["gevent", "webob"],
  },
  { id: "wsgiref", label: "CPython + wsgiref", interpreter: CPYTHON, script: "serve_wsgiref.py", packages: ["webob"] },
  { id: "pypy-wsgiref", label: "PyPy + wsgiref", interpreter: PYPY, script: "serve_wsgiref.py", packages: ["webob"] },
  {
    id: "pypy-gevent",
    label: "PyPy + Gevent",
    interpreter: PYPY,
    script: "serve_gevent.py",
    packages: ["gevent", "webob"],
    env: { PYTHONPATH: gevent },
  },
  {
    id: "tornado",
    label: "CPython + Tornado",
    interpreter: CPYTHON,
    script: "serve_tornado.py",
    packages: ["tornado"],
  },
  { id: "pypy-tornado", label: "PyPy + Tornado", interpreter: PYPY, script: "serve_tornado.py", packages: ["tornado"] },
];

/** The store and all servers, on consecutive loopback ports from `firstPort`: the store has the first. */
export function servicesFrom(firstPort: number): { store: Service; servers: Service[] } {
  const servers = [nodeServer, ...scripts.map((script) => pythonServer(script))];
  return {
    store: redisOn(firstPort),
    servers: servers.map((server, index) => server(firstPort + 10 + index, firstPort)),
  };
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

function pythonServer({ id, label, interpreter, script, packages: needed, env }: Script) {
  return (port: number, storePort: number): Service => ({
    id,
    label,
    role: "server",
    port,
    command: [interpreter, here(`servers/python/${script}`), `${port}`, `${storePort}`, `${BACKLOG}`],
    ...(env === undefined ? {} : { env }),
    software: {
      runtime: runtimeOf(interpreter),
      framework: [...needed, "redis"].map((name) => `${name} ${debianVersion(`python3-${name}`)}`).join(", "),
      build: "release",
    },
  });
}

/** `pypy3 --version` names the Python that it speaks first, and itself on a second line. */
function runtimeOf(interpreter: string): string {
  const python = version([interpreter, "--version"]);
  return interpreter === PYPY
    ? `pypy ${version(["dpkg-query", "-W", "-f", "${Version}", "pypy3"])} (python ${python})`
    : `cpython ${python}`;
}

function debianVersion(name: string): string {
  return version(["dpkg-query", "-W", "-f", "${Version}", name]);
}
