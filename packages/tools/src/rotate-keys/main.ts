/** npm run rotate-keys [-- --resume | --status | --drop N]: turns the key ring of the data folder (CUS-08). */
import { fileURLToPath } from 'node:url'
import { readSettings } from '@anpei/server/settings'
import { openDoor } from '../door/index.ts'
import { readRotateOptions, USAGE } from './options.ts'
import { turnKeys } from './turn-keys.ts'

const options = readRotateOptions(process.argv.slice(2))
if (typeof options === 'string') {
  process.stderr.write(`${options}\n${USAGE}\n`)
  process.exit(2)
}
const root = fileURLToPath(new URL('../../../../', import.meta.url)).replace(/\/$/, '')
const { folder, keys } = readSettings(process.env, root)
if (keys !== undefined) {
  process.stderr.write(
    '密钥环来自环境变量 ANPEI_KEYS，运行中的程序看不到它的变化。请把其内容存为数据目录中的 keys.json（权限 0600）、' +
      '去掉该变量并重启，然后再轮换。 [The ring comes from ANPEI_KEYS, whose change no running process would see: ' +
      'store it as keys.json in the data folder, unset the variable, restart, then rotate.]\n',
  )
  process.exit(2)
}
const door = await openDoor(options.kind === 'lookup')
try {
  const outcome = await turnKeys(door, `${folder}/keys.json`, options, (line) => {
    process.stderr.write(`${line}\n`)
  })
  process.stdout.write(`${outcome.lines.join('\n')}\n`)
  process.exitCode = outcome.ok ? 0 : 1
} finally {
  await door.close()
}
