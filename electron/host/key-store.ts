import type { KeyStore } from '../services/key-store.js';
import type { ElectronParts } from './window.js';

/**
 * The system's own store of secrets: Keychain on macOS, DPAPI on Windows, the desktop's keyring on Linux. Where a Linux desktop has none,
 * Electron would only obscure what it is given with a key that everybody knows; that counts as no store, and a passphrase is asked for.
 */
export const electronKeyStore = ({ safeStorage }: Pick<ElectronParts, 'safeStorage'>, platform: NodeJS.Platform): KeyStore => ({
  isSafe: () => safeStorage.isEncryptionAvailable() && (platform !== 'linux' || !['basic_text', 'unknown'].includes(safeStorage.getSelectedStorageBackend())),
  wrap: (secret) => safeStorage.encryptString(secret),
  unwrap: (box) => safeStorage.decryptString(box),
});
