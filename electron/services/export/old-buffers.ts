/**
 * The packages that write workbooks and slides still make buffers in Node's old way. Put together with our own code, where Node no longer
 * knows them for packages, they would have it warn the person at the terminal. To be imported before them.
 */
process.noDeprecation = true;
