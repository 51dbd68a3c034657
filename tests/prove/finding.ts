/** How much of a proof is done: so many rounds, everything random out of one seed. */
export interface Sample {
  readonly rounds: number;
  /** Printed with the findings, so that a fault can be met again. */
  readonly seed: number;
  /** No round is begun after this moment (milliseconds since 1970); what was not done is then missing from `tried`. */
  readonly until?: number | undefined;
}

/** What a proof found: one line of the table that `npm run prove` prints. */
export interface Finding {
  readonly what: string;
  readonly tried: number;
  /** How many were to be tried. */
  readonly asked: number;
  readonly wanted: string;
  readonly got: string;
  /** Everything that was not as wanted, each with what is needed to meet it again. */
  readonly faults: readonly string[];
}

/** True when nothing went wrong and all that was asked for was tried. */
export const isAsWanted = ({ faults, tried, asked }: Finding) => faults.length === 0 && tried >= asked && asked > 0;

export const isTimeUp = ({ until }: Pick<Sample, 'until'>) => until !== undefined && Date.now() > until;

/** A finding whose figure is how many things went wrong. */
export const noneOf = (what: string, tried: number, faults: readonly string[], asked = tried): Finding => ({ what, tried, asked, wanted: '0', got: String(faults.length), faults });

/** What went wrong, for a test that wants nothing of it; also that nothing at all was tried. */
export const faultsOf = (findings: readonly Finding[]): string[] => findings.flatMap((finding) => (isAsWanted(finding) ? [] : finding.faults.length > 0 ? finding.faults : [`${finding.what}: only ${finding.tried} of ${finding.asked} were tried`]));

/** What was thrown, in a few words. */
export const wordsOf = (error: unknown) => (error instanceof Error ? `${error.name}: ${error.message}` : String(error)).slice(0, 300);
