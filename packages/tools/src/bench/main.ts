import { openGround } from './ground.ts'
import { benchRoster } from './roster.ts'
import { plainTable } from './table.ts'
const g = await openGround('/tmp/bench-data', console.log)
try { const r = await benchRoster(g, Number(process.argv[2] ?? 215864), console.log); console.log(plainTable(r)) } finally { await g.close() }
