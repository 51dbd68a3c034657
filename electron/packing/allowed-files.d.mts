export declare const inArchive: readonly RegExp[];
export declare const needed: readonly string[];
export declare const besideArchive: readonly RegExp[];
export declare const mostArchiveBytes: number;
export declare function faultsOf(archived: readonly string[], beside: readonly string[]): string[];
