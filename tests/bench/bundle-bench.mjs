import { bundleTool } from '../builders/bundle-tool.mjs';

/** Bundles a bench of this folder for Node; answers with the file. */
export const bundleBench = (name) => bundleTool(`tests/bench/${name}.ts`, 'bench');
