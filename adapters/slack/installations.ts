import { mkdir, readFile, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import type { Installation, InstallationQuery, InstallationStore } from '@slack/bolt';
import writeFileAtomic from 'write-file-atomic';

type AnyInstallation = Installation<'v1' | 'v2', boolean>;
type Query = Pick<InstallationQuery<boolean>, 'teamId' | 'enterpriseId' | 'isEnterpriseInstall'>;

/**
 * Keeps what each workspace has granted: one file each, readable by this user only, written whole or not at all. An
 * organisation-wide installation is kept under the organisation.
 */
export function createInstallationStore(directory: string): Required<InstallationStore> {
  // Each event asks for its installation.
  const held = new Map<string, AnyInstallation>();
  const pathOf = (key: string): string => join(directory, `${key}.json`);
  return {
    async storeInstallation(installation) {
      const { team, enterprise, isEnterpriseInstall = false } = installation as AnyInstallation;
      const key = keyOf({ teamId: team?.id, enterpriseId: enterprise?.id, isEnterpriseInstall });
      await mkdir(directory, { recursive: true, mode: 0o700 });
      // Tokens of people are not needed, so they are not kept.
      const { user, ...rest } = installation as AnyInstallation;
      const kept = { ...rest, user: { id: user.id, token: undefined, scopes: undefined } } as AnyInstallation;
      await writeFileAtomic(pathOf(key), JSON.stringify(kept), { mode: 0o600 });
      held.set(key, kept);
    },
    async fetchInstallation(query) {
      const key = keyOf(query);
      const found = held.get(key) ?? (JSON.parse(await readFile(pathOf(key), 'utf8')) as AnyInstallation);
      held.set(key, found);
      // The type asks for the kind of installation that was queried; the file is the one that was stored for it.
      return found as never;
    },
    async deleteInstallation(query) {
      const key = keyOf(query);
      held.delete(key);
      await unlink(pathOf(key)).catch((error: NodeJS.ErrnoException) => {
        if (error.code !== 'ENOENT') throw error;
      });
    },
  };
}

/** @throws where the query names no workspace; ids become file names, so they are checked. */
function keyOf({ teamId, enterpriseId, isEnterpriseInstall }: Query): string {
  const key = isEnterpriseInstall ? enterpriseId : teamId;
  if (key === undefined || !/^[A-Z0-9]{2,64}$/.test(key)) throw new Error('no workspace is named');
  return key;
}
