/**
 * CLM-05: the hook for a virus scanner: a clamd address (`tcp://host:3310`) or a program that reads the file from its
 * standard input and ends with 0 (clean) or 1 (infected), as clamscan and its like do. Without one, files are recorded
 * as not scanned; so they are when the scanner is away, for an elder's papers do not wait for it.
 */
import { spawn } from 'node:child_process'
import { connect } from 'node:net'

export type ScanResult = 'clean' | 'infected' | 'not_scanned'
export type FileScan = (bytes: Buffer) => Promise<ScanResult>

const SCAN_MS = 15_000

const noScan: FileScan = async () => 'not_scanned'

export function openScan(address: string | undefined): FileScan {
  if (!address) return noScan
  const url = /^tcp:\/\/([^:/]+):(\d{1,5})$/.exec(address)
  const host = url?.[1]
  const scan = host ? clamd(host, Number(url[2])) : program(address)
  return (bytes) => scan(bytes).catch(() => 'not_scanned')
}

/** The INSTREAM command: chunks with their length before them, an empty one at the end. */
function clamd(host: string, port: number): FileScan {
  return (bytes) =>
    new Promise((resolve, reject) => {
      const socket = connect({ host, port })
      let answer = ''
      socket.setTimeout(SCAN_MS, () => socket.destroy(new Error('the scanner does not answer')))
      socket.on('error', reject)
      socket.on('data', (data) => {
        answer += data.toString('latin1')
      })
      socket.on('end', () => {
        if (/\bOK\b/.test(answer)) resolve('clean')
        else if (/\bFOUND\b/.test(answer)) resolve('infected')
        else reject(new Error(`the scanner answers ${answer.slice(0, 100)}`))
      })
      socket.write('zINSTREAM\0')
      for (let at = 0; at < bytes.length; at += 65_536) {
        const chunk = bytes.subarray(at, at + 65_536)
        socket.write(lengthOf(chunk.length))
        socket.write(chunk)
      }
      socket.write(lengthOf(0))
    })
}

function lengthOf(count: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32BE(count)
  return bytes
}

function program(path: string): FileScan {
  return (bytes) =>
    new Promise((resolve, reject) => {
      const child = spawn(path, [], { stdio: ['pipe', 'ignore', 'ignore'], timeout: SCAN_MS })
      child.on('error', reject)
      child.stdin.on('error', () => undefined)
      child.on('close', (code) => {
        if (code === 0) resolve('clean')
        else if (code === 1) resolve('infected')
        else reject(new Error(`the scanner ended with ${code}`))
      })
      child.stdin.end(bytes)
    })
}
