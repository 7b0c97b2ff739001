/** CLM-05: measures the legibility of photos just taken in, so that the sender hears of a blurred one at once. */
import { measureImage, warningsOf } from '@anpei/domain/documents'
import { systemActor } from '@anpei/domain/kernel'
import { systemWrite, type App } from '../http/index.ts'
import type { JobPayload } from '../jobs/index.ts'
import { grayPicture } from './pictures.ts'
import { findFile, saveQuality } from './store.ts'

export async function checkQuality(app: App, payload: JobPayload): Promise<void> {
  const { tenantId, files } = payload
  if (typeof files !== 'string') throw new Error('no files to measure')
  for (const fileId of files.split(',')) {
    const file = await app.pool.withTenant(tenantId, ({ db }) => findFile(db, tenantId, fileId))
    if (!file) continue
    const bytes = app.vault(tenantId).open(file.salt, await app.files.get(tenantId, fileId))
    const picture = await grayPicture(bytes)
    if (!picture) continue
    const measured = measureImage(picture.image, picture.original)
    await systemWrite(app, systemActor(tenantId, 'job:documents.check_quality'), (tx) =>
      saveQuality(tx.db, tenantId, fileId, measured, warningsOf(measured)),
    )
  }
}
