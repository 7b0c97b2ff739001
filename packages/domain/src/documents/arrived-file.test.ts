import { describe, expect, it } from 'vitest'
import { decideArrivedFile } from './arrived-file.ts'

describe('CLM-05 files are judged by what they hold', () => {
  const file = (name: string, sniffed: string | null, byteCount = 1000) =>
    decideArrivedFile({ name, sniffed, byteCount })
  const MB = 1024 * 1024

  it.each([
    ['a photo', 'photo.JPG', 'image/jpeg'],
    ['a photo whose ending is that of another photo', 'photo.jpg', 'image/png'],
    ['a scan', 'scan.pdf', 'application/pdf'],
    ['a photo of a phone', 'IMG_1.heic', 'image/heic'],
    ['a photo without an ending', 'blob', 'image/webp'],
  ])('%s is taken', (_case, name, sniffed) => {
    expect(file(name, sniffed)).toMatchObject({ ok: true, value: { mediaType: sniffed } })
  })

  it.each([
    ['a program named as a photo', 'photo.jpg', 'application/x-msdownload', 1000, 'file.name_lies'],
    ['text named as a photo', 'photo.jpg', null, 1000, 'file.name_lies'],
    ['a photo named as a program', 'photo.exe', 'image/jpeg', 1000, 'file.name_lies'],
    ['a workbook', 'list.xlsx', 'application/zip', 1000, 'file.type_not_allowed'],
    ['plain text', 'note.txt', null, 1000, 'file.type_not_allowed'],
    ['an empty file', 'photo.jpg', null, 0, 'file.empty'],
    ['nine megabytes', 'photo.jpg', 'image/jpeg', 9 * MB, 'file.too_large'],
  ])('%s is refused', (_case, name, sniffed, byteCount, code) => {
    expect(file(name, sniffed, byteCount)).toMatchObject({ ok: false, code })
  })

  it('takes exactly eight megabytes', () => {
    expect(file('photo.jpg', 'image/jpeg', 8 * MB).ok).toBe(true)
  })
})

describe('CUS-05 a consent by voice or film', () => {
  const MB = 1024 * 1024
  it.each([
    ['voice', 'say.mp3', 'audio/mpeg', 30 * MB, 'mp3'],
    ['voice', 'say.m4a', 'audio/x-m4a', 9 * MB, 'm4a'],
    ['voice', 'say.wav', 'audio/wav', 1000, 'wav'],
    ['voice', 'say.amr', 'audio/amr', 1000, 'amr'],
    ['video', 'film.mp4', 'video/mp4', 20 * MB, 'mp4'],
    ['video', 'film.webm', 'video/webm', 1000, 'webm'],
  ] as const)('%s %s is taken', (sort, name, sniffed, byteCount, ending) => {
    const value = { mediaType: sniffed, ending }
    expect(decideArrivedFile({ name, sniffed, byteCount }, sort)).toEqual({ ok: true, value })
  })

  it.each([
    ['voice', 'photo.jpg', 'image/jpeg', 1000, 'file.recording_not_allowed'],
    ['voice', 'say.mp3', null, 1000, 'file.name_lies'],
    ['voice', 'film.mp4', 'video/mp4', 1000, 'file.recording_not_allowed'],
    ['video', 'film.mp4', 'video/mp4', 31 * MB, 'file.too_large'],
    ['paper', 'say.mp3', 'audio/mpeg', 1000, 'file.type_not_allowed'],
  ] as const)('%s %s (%s) is refused', (sort, name, sniffed, byteCount, code) => {
    expect(decideArrivedFile({ name, sniffed, byteCount }, sort)).toMatchObject({ ok: false, code })
  })
})

describe('SRV-02 what telephones play', () => {
  it.each([
    ['a recording', 'hello.mp3', 'audio/mpeg', 1000, 'ok'],
    ['a recording', 'hello.wav', 'audio/wav', 8 * 1024 * 1024, 'ok'],
    ['what no telephone plays', 'hello.m4a', 'audio/x-m4a', 1000, 'file.prompt_not_allowed'],
    ['a program dressed up', 'hello.mp3', 'application/x-msdownload', 1000, 'file.name_lies'],
    ['too long', 'hello.wav', 'audio/wav', 8 * 1024 * 1024 + 1, 'file.too_large'],
  ])('%s %s (%s)', (_, name, sniffed, byteCount, expected) => {
    const judged = decideArrivedFile({ name, sniffed, byteCount }, 'prompt')
    expect(judged.ok ? 'ok' : judged.code).toBe(expected)
  })
})
