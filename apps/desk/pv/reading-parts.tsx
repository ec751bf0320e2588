import type { Reading, ReadingPart, ReadingRun } from '#contracts/documents/reading.ts'

/** The parts of a PV as they are read, in their order. */
export function ReadingParts({ reading }: { readonly reading: Reading }) {
  return reading.parts.map((part, index) => <Part key={index} part={part} reading={reading} />)
}

function Part({ part, reading }: { readonly part: ReadingPart; readonly reading: Reading }) {
  switch (part.kind) {
    case 'heading':
      return <h2>{part.text}</h2>
    case 'paragraph':
      return (
        <p>
          <Runs runs={part.text} />
        </p>
      )
    case 'exchange':
      return (
        <div data-exchange>
          <p>
            <b>{`${reading.question}${part.number}:`}</b> <Runs runs={part.question} />
          </p>
          <p>
            <b>{`${reading.answer}${part.number}:`}</b> <Runs runs={part.answer} />
          </p>
        </div>
      )
    case 'fields':
      return (
        <>
          {part.title !== null && <h3>{part.title}</h3>}
          <dl>
            {part.fields.map(({ label, value }, index) => (
              <div key={index}>
                <dt>{label}</dt>
                <dd>
                  <Runs runs={value} />
                </dd>
              </div>
            ))}
          </dl>
        </>
      )
    case 'table':
      return (
        <table>
          {part.caption !== null && <caption>{part.caption}</caption>}
          <thead>
            <tr>
              {part.columns.map((title, index) => (
                <th key={index} scope="col">
                  {title}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {part.rows.map((row, index) => (
              <tr key={index}>
                {row.map((cell, at) => (
                  <td key={at}>
                    <Runs runs={cell} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      )
    case 'list': {
      const items = part.items.map((item, index) => (
        <li key={index}>
          <Runs runs={item} />
        </li>
      ))
      return part.ordered ? <ol>{items}</ol> : <ul>{items}</ul>
    }
  }
}

function Runs({ runs }: { readonly runs: readonly ReadingRun[] }) {
  return runs.map((run, index) => <Run key={index} run={run} />)
}

function Run({ run }: { readonly run: ReadingRun }) {
  const text = run.ltr ? <bdi dir="ltr">{run.text}</bdi> : run.text
  if (run.struck) return <s>{text}</s>
  if (run.strong) return <strong>{text}</strong>
  if (run.underline) return <u>{text}</u>
  return run.emphasis ? <em>{text}</em> : text
}
