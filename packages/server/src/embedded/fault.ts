/** Why the database did not start, in one sentence for the person at the keyboard: Chinese, English in brackets. */

export type StartFaultCode =
  | 'running'
  | 'disk'
  | 'folder.broken'
  | 'folder.version'
  | 'folder.unwritable'
  | 'port'
  | 'user'
  | 'binaries'
  | 'keys'
  | 'setting'
  | 'schema'
  | 'database'
  | 'demo'
  | 'start'

export class StartFault extends Error {
  readonly code: StartFaultCode
  readonly sentence: string

  constructor(code: StartFaultCode, sentence: string, cause?: unknown) {
    super(sentence, { cause })
    this.name = 'StartFault'
    this.code = code
    this.sentence = sentence
  }
}

/** Of the database that DATABASE_URL names; `code` as the system or PostgreSQL gives it. */
export function unreachableSentence(code: string): string {
  return (
    `连不上 DATABASE_URL 指定的数据库（${code}）：请检查地址、账号和密码，以及数据库是否已经启动。` +
    ` [The database of DATABASE_URL cannot be reached (${code}):` +
    ' check the address, the user and the password, and whether it runs.]'
  )
}

export function runningFault(folder: string, pid: number | undefined): StartFault {
  const who = pid === undefined ? '' : `（进程号 ${pid}）`
  const whoEnglish = pid === undefined ? '' : ` (process ${pid})`
  return new StartFault(
    'running',
    `另一个安赔${who}正在使用数据文件夹 ${folder}：请直接使用它，或先在它的窗口按 Ctrl-C 停掉它再启动。` +
      ` [Another Anpei${whoEnglish} is using the data folder ${folder}:` +
      ' use that one, or stop it with Ctrl-C in its window before starting again.]',
  )
}

export function diskFault(place: string, freeBytes: number | undefined, neededBytes: number | undefined): StartFault {
  const numbers =
    freeBytes === undefined || neededBytes === undefined
      ? ['', '']
      : [
          `（剩余 ${megabytes(freeBytes)}，需要 ${megabytes(neededBytes)}）`,
          ` (${megabytes(freeBytes)} free, ${megabytes(neededBytes)} needed)`,
        ]
  return new StartFault(
    'disk',
    `磁盘空间不足，数据库无法写入 ${place}${numbers[0]}：请腾出空间后再启动，已有数据没有丢失。` +
      ` [The disk is full: the database cannot write to ${place}${numbers[1]}:` +
      ' free some space and start again; nothing stored is lost.]',
  )
}

export function brokenFault(folder: string, what: string, logFile: string): StartFault {
  return new StartFault(
    'folder.broken',
    `数据文件夹 ${folder} 已损坏（${what}）：请从备份恢复它，或把它移走后重新启动以得到一个空的数据库；` +
      `详情见 ${logFile}。 [The data folder ${folder} is damaged (${what}): restore it from a backup,` +
      ` or move it away and start again with an empty database; details in ${logFile}.]`,
  )
}

export function versionFault(folder: string, found: string, wanted: string): StartFault {
  return new StartFault(
    'folder.version',
    `数据文件夹 ${folder} 属于 PostgreSQL ${found}，本程序自带的是 ${wanted}：请用写下它的那个版本的安赔打开它。` +
      ` [The data folder ${folder} was written by PostgreSQL ${found}, this program brings ${wanted}:` +
      ' open it with the version of Anpei that wrote it.]',
  )
}

export function unwritableFault(folder: string, cause: unknown): StartFault {
  const reason = cause instanceof Error && 'code' in cause ? String(cause.code) : 'no access'
  return new StartFault(
    'folder.unwritable',
    `无法写入数据文件夹 ${folder}（${reason}）：请改正它的权限，或换一个可以写入的文件夹。` +
      ` [Cannot write to the data folder ${folder} (${reason}): correct its permissions or choose another folder.]`,
    cause,
  )
}

/** A variable that cannot be used is told, not quietly replaced by its default. */
export function settingFault(name: string, most: number): StartFault {
  return new StartFault(
    'setting',
    `环境变量 ${name} 应当是 0 到 ${most} 的整数，现在的值用不了：请改正或去掉它。` +
      ` [${name} must be a whole number from 0 to ${most}; its value cannot be used: correct it or leave it out.]`,
  )
}

/** `migration` is the step of the database's shape that another version of Anpei made otherwise. */
export function schemaFault(migration: string, cause: unknown): StartFault {
  return new StartFault(
    'schema',
    `这里的数据是另一个版本的安赔建的（数据库步骤 ${migration} 不同）：请用那个版本打开它；` +
      '如果只是演示数据，可以用 ANPEI_DATA 另选一个空文件夹启动，原来的数据不受影响。' +
      ` [The data was made by another version of Anpei (database step ${migration} differs): open it with that one;` +
      ' if it is only the demo, start with an empty folder by ANPEI_DATA, nothing of the old data is touched.]',
    cause,
  )
}

/** The sentence for a port that somebody else holds; `setting` is what the person changes to choose another. */
export function portSentence(port: number, setting = 'PORT'): string {
  return (
    `端口 ${port} 已被占用：请停掉占用它的程序，或换一个端口启动，例如 ${setting}=${port + 1} npm start。` +
    ` [Port ${port} is already in use: stop the program that uses it, or start on another port,` +
    ` for example ${setting}=${port + 1} npm start.]`
  )
}

function megabytes(bytes: number): string {
  return `${Math.floor(bytes / 1048576)} MB`
}
