/** Made-up papers: one small PDF page each, so that sniffing, sealing and viewing are real. */
import type { ArrivedFile } from '@anpei/server/http'

/** A whole, valid one-page PDF saying in Latin letters what it stands for. */
export function madeUpPaper(code: string, caseNo: string): ArrivedFile {
  const text = `Made-up paper: ${code.replace(/[^\w-]/g, '')} / ${caseNo.replace(/[^\w-]/g, '')}`
  const stream = `BT /F1 18 Tf 60 760 Td (${text}) Tj ET`
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${stream.length} >>\nstream\n${stream}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
  ]
  let body = '%PDF-1.4\n'
  const offsets = objects.map((object, index) => {
    const offset = body.length
    body += `${index + 1} 0 obj\n${object}\nendobj\n`
    return offset
  })
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')
  const xref = `xref\n0 6\n0000000000 65535 f \n${table}`
  const tail = `${xref}trailer\n<< /Size 6 /Root 1 0 R >>\nstartxref\n${body.length}\n%%EOF\n`
  return { field: `file:${code}`, name: `${code}.pdf`, bytes: Buffer.from(body + tail, 'latin1') }
}
