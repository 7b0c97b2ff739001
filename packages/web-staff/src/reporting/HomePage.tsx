/** 我的工作: the reader's cases, and below them the reader's duties. */
import type { ReactElement } from 'react'
import { MyWorkPage } from '../claims/index.ts'
import { MyDuties } from './MyDuties.tsx'

export default function HomePage(): ReactElement {
  return (
    <div className="ap-stack">
      <MyWorkPage />
      <MyDuties />
    </div>
  )
}
