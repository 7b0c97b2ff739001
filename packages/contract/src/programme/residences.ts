/** A programme without a list (团体无清单, PRG-04): a person becomes a member by a proved look at the registration. */
import { z } from 'zod'
import { Day, Id, route, Text } from '../kernel/index.ts'

export const verifyResidence = route({
  id: 'verifyResidence',
  method: 'POST',
  path: '/api/programmes/:programmeId/residences',
  permission: 'report.verify',
  summary: '团体无清单：提交民政户籍核实（文件字段 proof 必附），第二人复核后按规则成为被保险人',
  params: z.object({ programmeId: Id }),
  files: true,
  body: z.object({
    name: Text(60),
    idNumber: Text(30),
    villageCode: z.string().regex(/^\d{12}$/),
    /** The person was registered in the district on this day. */
    accidentOn: Day,
    /** First day of the registration; null = since birth. */
    residentSince: Day.nullable(),
  }),
  answer: z.object({ changeId: Id }),
})
export const getResidenceProof = route({
  id: 'getResidenceProof',
  method: 'GET',
  path: '/api/residences/:residenceId/proof/:fileId',
  permission: 'roster.read',
  summary: '户籍核实的证明文件，提交人与复核人可看',
  download: true,
  params: z.object({ residenceId: Id, fileId: Id }),
})
