/** Runs checks side by side and tells how each went. */
import { spawn } from 'node:child_process'

export type Check = { readonly name: string; readonly command: string; readonly args: readonly string[] }
export type Outcome = {
  readonly name: string
  readonly isGood: boolean
  readonly seconds: number
  readonly output: string
}

const outputLimit = 4 * 1024 * 1024

export function runCheck(check: Check, cwd: string): Promise<Outcome> {
  const begun = performance.now()
  return new Promise((resolve) => {
    let output = ''
    const take = (chunk: string): void => {
      if (output.length < outputLimit) output += chunk
    }
    const end = (isGood: boolean): void => {
      resolve({ name: check.name, isGood, seconds: (performance.now() - begun) / 1000, output })
    }
    const child = spawn(check.command, [...check.args], { cwd, stdio: ['ignore', 'pipe', 'pipe'] })
    child.stdout.setEncoding('utf8').on('data', take)
    child.stderr.setEncoding('utf8').on('data', take)
    child.on('error', (fault) => {
      take(`${fault.message}\n`)
      end(false)
    })
    child.on('close', (code) => end(code === 0))
  })
}

export function outcomeTable(outcomes: readonly Outcome[]): string {
  const width = Math.max(...outcomes.map((outcome) => outcome.name.length))
  return outcomes
    .map(
      (outcome) =>
        `${outcome.isGood ? '✓' : '✗'} ${outcome.name.padEnd(width)}  ${outcome.seconds.toFixed(1).padStart(5)} s`,
    )
    .join('\n')
}
