/** Products side by side, drawn from their data; where they differ stands out (SRV-07). */
import type { IntroductionView } from '@anpei/contract/programme'
import { Checkbox } from 'antd'
import { Fragment, useState, type ReactElement } from 'react'
import { Panel, Tag } from '../../kit/index.ts'

export function ProductTable({ of: { products, table, proposal } }: { of: IntroductionView }): ReactElement {
  const [only, setOnly] = useState(false)
  const shown = only ? table.filter(({ differs }) => differs) : table
  const groups = [...new Set(shown.map(({ group }) => group))]
  const several = products.length > 1
  const acts = several ? (
    <Checkbox
      checked={only}
      onChange={(event) => {
        setOnly(event.target.checked)
      }}
    >
      只看不同的
    </Checkbox>
  ) : null
  return (
    <Panel title={several ? '放在一起比较' : '产品'} acts={acts} flush>
      <div className="pg-compare" role="region" aria-label="产品比较" tabIndex={0}>
        <table>
          <thead>
            <tr>
              <th scope="col">项目</th>
              {products.map(({ versionId, title, fromOn }) => (
                <th key={versionId} scope="col">
                  {title} <small>{fromOn} 起</small>
                  {proposal?.versionId === versionId ? <Tag tone="teal">系统建议</Tag> : null}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {groups.map((group) => (
              <Fragment key={group}>
                <tr>
                  <th colSpan={products.length + 1} scope="colgroup" className="pg-compare-group">
                    {group}
                  </th>
                </tr>
                {shown
                  .filter((line) => line.group === group)
                  .map(({ label, cells, differs }) => (
                    <tr key={label} data-differs={(several && differs) || undefined}>
                      <th scope="row">{label}</th>
                      {cells.map((cell, at) => (
                        <td key={products[at]?.versionId ?? at}>{cell ?? '没有'}</td>
                      ))}
                    </tr>
                  ))}
              </Fragment>
            ))}
          </tbody>
        </table>
      </div>
    </Panel>
  )
}
