import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { connect, type Socket } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { type Driver, keyActions, mouseActions } from "./driver.ts";

const installed = [
  "/usr/bin/firefox-esr",
  "/usr/bin/firefox",
  "/snap/bin/firefox",
  "/Applications/Firefox.app/Contents/MacOS/firefox",
  "C:\\Program Files\\Mozilla Firefox\\firefox.exe",
];

/** FIREFOX_PATH, or the first Firefox that is installed; null where there is none. */
export function findFirefox(): string | null {
  return process.env["FIREFOX_PATH"] ?? installed.find((path) => existsSync(path)) ?? null;
}

/** Port 0 takes any that is free; the browser writes it into its profile. */
const preferences = `user_pref("marionette.port", 0);
user_pref("browser.shell.checkDefaultBrowser", false);
user_pref("datareporting.policy.dataSubmissionEnabled", false);
user_pref("app.update.disabledForTesting", true);
`;

/** Milliseconds for a browser to start. */
const PATIENCE = 60_000;

/**
 * Starts Firefox with a profile of its own and speaks Marionette, its own form of WebDriver: what geckodriver would speak, which
 * no distribution has a package of.
 */
export async function startFirefox(path: string): Promise<Driver> {
  const profile = mkdtempSync(join(tmpdir(), "benchpost-firefox-"));
  writeFileSync(join(profile, "user.js"), preferences);
  const child = spawn(path, ["--headless", "--marionette", "--no-remote", "--profile", profile], {
    stdio: "ignore",
    env: { ...process.env, HOME: profile },
  });
  const close = async (): Promise<void> => {
    if (child.exitCode === null && child.signalCode === null) {
      child.kill("SIGKILL");
      await once(child, "exit");
    }
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  };
  try {
    const socket = connect(await portIn(profile), "127.0.0.1");
    const send = speaker(socket);
    const { capabilities } = (await send("WebDriver:NewSession", {})) as {
      capabilities: { browserName: string; browserVersion: string };
    };
    return {
      name: `${capabilities.browserName} ${capabilities.browserVersion}`,
      open: async (url) => void (await send("WebDriver:Navigate", { url })),
      run: async (script) =>
        ((await send("WebDriver:ExecuteScript", { script, args: [] })) as { value: unknown }).value,
      press: async (...pressed) => void (await send("WebDriver:PerformActions", { actions: keyActions(pressed) })),
      point: async (place, click) =>
        void (await send("WebDriver:PerformActions", { actions: mouseActions(place, click) })),
      async close() {
        socket.destroy();
        await close();
      },
    };
  } catch (error) {
    await close();
    throw error;
  }
}

async function portIn(profile: string): Promise<number> {
  const file = join(profile, "MarionetteActivePort");
  for (const end = Date.now() + PATIENCE; Date.now() < end; await sleep(100)) {
    const port = existsSync(file) ? Number(readFileSync(file, "utf8")) : 0;
    if (port > 0) return port;
  }
  throw new Error("Firefox does not start");
}

type Answer = (error: { readonly message: string } | null, result: unknown) => void;

/** Messages are JSON behind their length in bytes: `[0, id, command, parameters]`, answered by `[1, id, error, result]`. */
function speaker(socket: Socket): (command: string, parameters: object) => Promise<unknown> {
  const waiting = new Map<number, Answer>();
  let last = 0;
  let come = Buffer.alloc(0);
  socket.on("data", (bytes) => {
    come = Buffer.concat([come, bytes]);
    for (;;) {
      const colon = come.indexOf(":");
      const end = colon + 1 + Number(come.subarray(0, Math.max(0, colon)).toString());
      if (colon === -1 || come.length < end) return;
      const message = JSON.parse(come.subarray(colon + 1, end).toString()) as unknown;
      come = come.subarray(end);
      // the first one is a greeting
      if (Array.isArray(message)) waiting.get(message[1] as number)?.(message[2] as Parameters<Answer>[0], message[3]);
    }
  });
  const fail = (): void => {
    for (const answer of waiting.values()) answer({ message: "Firefox closed the connection" }, null);
  };
  socket.on("close", fail).on("error", fail);
  return (command, parameters) =>
    new Promise((resolve, reject) => {
      const id = ++last;
      waiting.set(id, (error, result) => {
        waiting.delete(id);
        if (error) reject(new Error(`${command}: ${error.message}`));
        else resolve(result);
      });
      const text = JSON.stringify([0, id, command, parameters]);
      socket.write(`${Buffer.byteLength(text)}:${text}`);
    });
}
