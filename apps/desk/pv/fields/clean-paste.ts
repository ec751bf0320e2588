import { Fragment, type Node, Slice } from '@tiptap/pm/model'

// Marks of direction turn references and amounts round when they come along from another program; what has no width at
// all hides in names. Joiners (U+200C, U+200D) are part of the spelling and stay.
const invisible = /[\u00AD\u061C\u200B\u200E\u200F\u202A-\u202E\u2060-\u2069\uFEFF\uFFF9-\uFFFC]|[\p{Cc}--[\t\n]]/gv
const spaces = /[\t\u00A0\u2000-\u200A\u202F\u3000]/g
// PDF files hand out the drawn shapes of Arabic letters, which no search finds.
const drawnShapes = /[\uFB50-\uFDFF\uFE70-\uFEFC]+/g

/** Text from another program without its invisible signs and drawn letter shapes; line feeds stay. */
export function cleanText(text: string): string {
  return text
    .replaceAll('\r\n', '\n')
    .replaceAll('\r', '\n')
    .replaceAll(invisible, '')
    .replaceAll(spaces, ' ')
    .replaceAll(drawnShapes, (shapes) => shapes.normalize('NFKC'))
}

/** The same for everything pasted; styles are gone already, as the text knows none. */
export function cleanSlice(slice: Slice): Slice {
  return new Slice(cleanFragment(slice.content), slice.openStart, slice.openEnd)
}

function cleanFragment(fragment: Fragment): Fragment {
  const nodes: Node[] = []
  fragment.forEach((node) => {
    if (!node.isText) {
      nodes.push(node.copy(cleanFragment(node.content)))
      return
    }
    const text = cleanText(node.text ?? '')
    if (text !== '') nodes.push(node.type.schema.text(text, node.marks))
  })
  return Fragment.fromArray(nodes)
}
