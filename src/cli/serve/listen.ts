import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";

export interface Listening {
  /** `http://127.0.0.1:8080`, without a slash at the end. */
  readonly origin: string;
  close(): Promise<void>;
}

/**
 * Serves on the loopback interface, at `port` or, when `orNext` and somebody else is there, at one of the twenty after it.
 * Port 0 is any free one.
 */
export async function listen(handler: RequestListener, port: number, orNext = false): Promise<Listening> {
  const server = createServer(handler);
  for (let candidate = port; ; candidate++) {
    try {
      await new Promise<void>((resolve, reject) => {
        server.once("error", reject);
        server.listen(candidate, "127.0.0.1", () => {
          server.off("error", reject);
          resolve();
        });
      });
      break;
    } catch (error) {
      const taken = error instanceof Error && "code" in error && error.code === "EADDRINUSE";
      if (!taken || !orNext || candidate >= Math.min(port + 20, 65535)) throw error;
    }
  }
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
