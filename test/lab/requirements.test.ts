import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { missing } from "../../lab/requirements.ts";

const requirements = [
  { path: "/usr/bin/httperf", install: { apt: "httperf" } },
  { path: "/usr/bin/wrk", install: { apt: "wrk" } },
  { path: "/usr/bin/wrk-too", install: { apt: "wrk" } },
  { path: "servers/node_modules/connect", install: { npm: "lab/servers" } },
  { path: "lab/.pypy/gevent", install: { run: "pypy3 build_gevent.py lab/.pypy" } },
];

describe("requirements", () => {
  it("say nothing when everything is there", () => {
    assert.equal(
      missing(requirements, () => true),
      undefined,
    );
  });

  it("say in one line for each manager how to install what is missing", () => {
    const text = missing(requirements, (path) => path === "/usr/bin/httperf");
    assert.equal(
      text,
      [
        "not on this machine: /usr/bin/wrk, /usr/bin/wrk-too, servers/node_modules/connect, lab/.pypy/gevent",
        "install with:",
        "  apt-get install -y wrk",
        "  npm ci --prefix lab/servers",
        "  pypy3 build_gevent.py lab/.pypy",
      ].join("\n"),
    );
  });
});
