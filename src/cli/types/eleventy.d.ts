/** The members of Eleventy that the commands use; it brings no types of its own. */
declare module "@11ty/eleventy" {
  interface UserConfig {
    on(event: string, listener: (value: never) => void): void;
    readonly benchmarkManager: { get(group: string): { setMinimumThresholdMs(milliseconds: number): void } };
  }
  export class Eleventy {
    constructor(
      input: string | undefined,
      output: string,
      options: {
        readonly configPath?: string;
        readonly pathPrefix?: string;
        readonly quietMode?: boolean;
        readonly dryRun?: boolean;
        readonly config?: (userConfig: UserConfig) => void;
      },
    );
    /** There is one once it is initialised. */
    readonly config: { useTemplateCache: boolean };
    /** What it found of each pattern; it looks once. */
    readonly fileSystemSearch: object;
    disableLogger(): void;
    init(): Promise<void>;
    restart(): Promise<void>;
    write(): Promise<unknown>;
  }
}
