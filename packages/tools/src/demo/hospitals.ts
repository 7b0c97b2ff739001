/** The demo's register of hospitals (CLM-08): the made-up ones of the generator, read in and confirmed as in life. */
import { importHospitals } from '@anpei/contract/programme'
import { confirmChange } from '@anpei/contract/identity'
import { LEVEL_WORDS } from '@anpei/domain/programme'
import { startOfDay, type Day } from '@anpei/domain/kernel'
import { allRoutes } from '@anpei/server/app'
import { writeCsv } from '@anpei/server/files'
import { actInProcess } from '@anpei/server/http'
import { travelClock } from '@anpei/server/kernel'
import { buffer } from 'node:stream/consumers'
import { gatherCast, member } from '../life/index.ts'
import { HOSPITALS } from '../synth/index.ts'
import type { DemoOptions } from './options.ts'

const TENANT_ID = 1
const COLUMNS = ['机构代码', '医院名称', '镇街', '等级', '等级起', '认可起', '认可依据']

export async function loadHospitals(options: DemoOptions, asOf: Day): Promise<void> {
  const app = options.assemble(travelClock(startOfDay(asOf)))
  const cast = await gatherCast(app, options.url, TENANT_ID)
  const act = actInProcess(app, allRoutes)
  const rows = HOSPITALS.map(({ name, town, level, recognised }, at) => [
    `YS${String(at + 1).padStart(3, '0')}`,
    name,
    town,
    LEVEL_WORDS[level],
    '2015-01-01',
    ...(recognised ? ['2020-01-01', '认可医院名单（演示）'] : ['', '']),
  ])
  const bytes = await buffer(writeCsv([COLUMNS, ...rows]))
  const read = await act(member(cast, 'pm'), importHospitals, {}, [{ field: 'table', name: '医院目录.csv', bytes }])
  if (read.changeId) await act(member(cast, 'head'), confirmChange, { params: { id: read.changeId } })
}
