// Stands for the server: says its number, waits, and ends tidily on SIGTERM or SIGINT.
import { writeFileSync } from 'node:fs'

const file = process.argv[2]
for (const signal of ['SIGTERM', 'SIGINT']) {
  process.once(signal, () => {
    writeFileSync(file, `${signal} ended`)
    process.exit(7)
  })
}
setInterval(() => undefined, 1000)
console.log(process.pid)
