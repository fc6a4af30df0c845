import type { ServerResponse } from "node:http";
import type { Remark } from "./remark.ts";

/** What an open page is told. */
export interface News {
  /** Counts the good builds; a page that was made by another one reloads itself. */
  readonly build: number;
  /** What the terminal says of the last build; null when it was good. */
  readonly fault: string | null;
  /** What is wrong, or odd, and where. */
  readonly remarks: readonly Remark[];
}

/** The open pages, told of each build by server-sent events; a page that comes later is told of the last one. */
export class Channel {
  #news: News = { build: 0, fault: null, remarks: [] };
  readonly #pages = new Set<ServerResponse>();

  get news(): News {
    return this.#news;
  }

  join(page: ServerResponse): void {
    page.writeHead(200, { "Content-Type": "text/event-stream", "Cache-Control": "no-store" });
    page.write(message(this.#news));
    this.#pages.add(page);
    page.on("close", () => this.#pages.delete(page));
  }

  tell(good: boolean, text: string, remarks: readonly Remark[]): void {
    const build = this.#news.build + (good ? 1 : 0);
    this.#news = { build, fault: good ? null : text, remarks };
    for (const page of this.#pages) page.write(message(this.#news));
  }
}

function message(news: News): string {
  return `data: ${JSON.stringify(news)}\n\n`;
}
