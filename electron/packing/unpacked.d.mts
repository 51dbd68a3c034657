export declare function packUnpacked(folder: string): Promise<{ readonly program: string; readonly binary: string; readonly resources: string; readonly archive: string }>;
export declare function filesOfArchive(archive: string): { readonly path: string; readonly bytes: number }[];
export declare function unpackArchive(archive: string, folder: string): void;
export declare function fusesOf(binary: string): Promise<Record<string, boolean>>;
