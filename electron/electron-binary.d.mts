export declare function findElectron(env?: Readonly<Record<string, string | undefined>>, platform?: NodeJS.Platform): string | undefined;
export declare function obtainElectron(): Promise<string | undefined>;
