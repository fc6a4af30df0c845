import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import type { Readable } from "node:stream";
import { setTimeout as sleep } from "node:timers/promises";
import { freePort } from "../free-port.ts";
import { type Driver, keyActions, mouseActions } from "./driver.ts";

const driver = "/usr/bin/WebKitWebDriver";
const screen = "/usr/bin/Xvfb";
const browsers = ["4.1", "6.0", "4.0"].flatMap((version) =>
  ["x86_64", "aarch64"].map((machine) => `/usr/lib/${machine}-linux-gnu/webkit2gtk-${version}/MiniBrowser`),
);

/** The small browser that comes with WebKitGTK's driver, where that is installed; it needs a screen, so one in memory too. */
export function findWebKit(): string | null {
  const path = browsers.find((one) => existsSync(one)) ?? null;
  return existsSync(driver) && existsSync(screen) ? path : null;
}

/** Milliseconds for a driver to start. */
const PATIENCE = 30_000;

/** Starts WebKit on a screen in memory and speaks WebDriver. */
export async function startWebKit(path: string): Promise<Driver> {
  const children: ChildProcess[] = [];
  const close = async (): Promise<void> => {
    for (const child of children.toReversed()) {
      if (child.exitCode !== null || child.signalCode !== null) continue;
      child.kill("SIGKILL");
      await once(child, "exit");
    }
  };
  try {
    const display = await startScreen(children);
    const port = await freePort();
    const env = { ...process.env, DISPLAY: display, GDK_BACKEND: "x11", LIBGL_ALWAYS_SOFTWARE: "1", NO_AT_BRIDGE: "1" };
    children.push(spawn(driver, [`--port=${port}`], { stdio: "ignore", env }));
    const options = { binary: path, args: ["--automation"] };
    const { sessionId, capabilities } = (await started(port, {
      capabilities: { alwaysMatch: { "webkitgtk:browserOptions": options } },
    })) as { sessionId: string; capabilities: { browserName: string; browserVersion: string } };
    const send = (command: string, body: object): Promise<unknown> =>
      post(port, `/session/${sessionId}/${command}`, body);
    return {
      name: `WebKitGTK ${capabilities.browserVersion}`,
      open: async (url) => void (await send("url", { url })),
      run: (script) => send("execute/sync", { script, args: [] }),
      press: async (...pressed) => void (await send("actions", { actions: keyActions(pressed) })),
      point: async (place, click) => void (await send("actions", { actions: mouseActions(place, click) })),
      async close() {
        await fetch(`http://127.0.0.1:${port}/session/${sessionId}`, { method: "DELETE" }).catch(() => {});
        await close();
      },
    };
  } catch (error) {
    await close();
    throw error;
  }
}

/** A screen with the next number that is free, which it writes to a pipe of ours. */
async function startScreen(children: ChildProcess[]): Promise<string> {
  const child = spawn(screen, ["-displayfd", "3", "-screen", "0", "1280x900x24", "-nolisten", "tcp"], {
    stdio: ["ignore", "ignore", "ignore", "pipe"],
  });
  children.push(child);
  const [number] = (await once(child.stdio[3] as Readable, "data")) as [Buffer];
  return `:${number.toString().trim()}`;
}

async function started(port: number, body: object): Promise<unknown> {
  for (const end = Date.now() + PATIENCE; ; await sleep(100)) {
    try {
      return await post(port, "/session", body);
    } catch (error) {
      // until the driver listens, nobody answers
      if (!(error instanceof TypeError) || Date.now() > end) throw error;
    }
  }
}

async function post(port: number, path: string, body: object): Promise<unknown> {
  const response = await fetch(`http://127.0.0.1:${port}${path}`, { method: "POST", body: JSON.stringify(body) });
  const { value } = (await response.json()) as { value: { message?: string } | null };
  if (!response.ok) throw new Error(`${path}: ${value?.message}`);
  return value;
}
