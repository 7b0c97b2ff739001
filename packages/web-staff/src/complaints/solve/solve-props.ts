/** What every section of solving is given. */
import type { SolutionView } from '@anpei/contract/complaints'

export type SolveProps = { readonly complaintId: string; readonly solution: SolutionView }
