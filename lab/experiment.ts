/** A process that runs during the whole measurement: a server under test, or the store behind all of them. */
export interface Service {
  readonly id: string;
  readonly label: string;
  readonly role: "server" | "store";
  readonly command: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  /** Loopback TCP port the service listens on. */
  readonly port: number;
  /** What a reader must know to build the same: runtime and framework with versions. */
  readonly software?: Readonly<Record<string, string>>;
}

/** One line of a chart: a server asked for one resource in one way, at a list of rates. */
export interface Series {
  readonly id: string;
  readonly label: string;
  readonly service: string;
  readonly uri: string;
  /** Requests sent one after another on each connection. */
  readonly calls: number;
  /** Demanded requests per second. */
  readonly rates: readonly number[];
}

/** A closed-loop check of a server's peak with another tool. */
export interface Witness {
  readonly id: string;
  readonly service: string;
  readonly uri: string;
  readonly connections: number;
  readonly keepAlive: boolean;
  /** The series whose peak this should confirm. */
  readonly confirms: string;
}

/** How much is measured. Times in seconds. */
export interface Effort {
  /** Every point is measured once in each round; a round has fresh processes and an order of its own. */
  readonly rounds: number;
  readonly seconds: number;
  readonly timeout: number;
  readonly warmup: number;
  /** Of each list of rates every n-th is taken. */
  readonly every: number;
}

/** When a point counts as spoiled by something outside the experiment. Ratios of one core's time. */
export interface Limits {
  /**
   * Time the server was ready to run but waited for its core. Foreign load that only fills the server's pauses does
   * not show here, and does no harm; threads of the server's own that wait for each other do, so 0 is never reached.
   */
  readonly wait: number;
  /** Time that others had on the core of the load generator. */
  readonly foreign: number;
  /** Time that the host gave to other machines. */
  readonly steal: number;
  /** How often a point is tried at most. */
  readonly attempts: number;
}

/** A program or file that must be there, and what brings it. */
export interface Requirement {
  readonly path: string;
  /** A Debian package, a folder with npm's lockfile, or a command of the experiment's own. */
  readonly install: { readonly apt: string } | { readonly npm: string } | { readonly run: string };
}

/** Everything that distinguishes one experiment from another. */
export interface Experiment {
  readonly name: string;
  readonly title: string;
  /** What was measured and what the figures mean, in a few sentences for the dataset. */
  readonly description: string;
  /** Chart descriptions that posts get with the dataset, by id. */
  readonly charts: Readonly<Record<string, unknown>>;
  /** Cores to which the servers, and the store with the load generator, are pinned. */
  readonly cores: { readonly server: number; readonly load: number };
  readonly services: readonly Service[];
  readonly series: readonly Series[];
  readonly witnesses: readonly Witness[];
  readonly full: Effort;
  readonly quick: Effort;
  readonly limits: Limits;
  /** Settings that all servers share and a reader must know. */
  readonly settings: Readonly<Record<string, string | number | boolean>>;
  /** Fill the store, after the services answer and before anything is measured. */
  prepare(): Promise<void>;
}

/** What `experiments/<name>/experiment.ts` exports. Requirements come apart, as describing may need them met. */
export interface ExperimentModule {
  readonly requirements: readonly Requirement[];
  describe(): Experiment;
}
