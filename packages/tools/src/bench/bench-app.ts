/** The application's parts over the ground's database, without a server: for what is measured in this process. */
import { refusalText } from '@anpei/contract/api'
import { openPool } from '@anpei/server/db'
import { folderFileStore, openScan } from '@anpei/server/files'
import { makeApp, type App } from '@anpei/server/http'
import { authenticate } from '@anpei/server/identity'
import { systemClock } from '@anpei/server/kernel'
import type { Ground } from './ground.ts'

export function openBenchApp(ground: Ground): App {
  return makeApp({
    pool: openPool(ground.ownerUrl, 4),
    ring: ground.ring,
    clock: systemClock,
    files: folderFileStore(`${ground.folder}/files`),
    scanFile: openScan(undefined),
    subscriptions: new Map(),
    authenticate,
    eventNames: [],
    eventTitle: (name) => name,
    secureCookies: false,
    demo: false,
    folder: ground.folder,
    refusalTexts: refusalText,
  })
}
