import ts from 'typescript'

/** A piece of text in the source of the interface that does not come from the dictionary. */
export interface Literal {
  readonly line: number
  readonly text: string
}

// Attributes that people read or hear.
const spoken = new Set([
  'alt',
  'aria-label',
  'aria-description',
  'aria-roledescription',
  'description',
  'label',
  'placeholder',
  'text',
  'title',
  'unknown',
])

const givesText: ReadonlySet<ts.SyntaxKind> = new Set([
  ts.SyntaxKind.AmpersandAmpersandToken,
  ts.SyntaxKind.BarBarToken,
  ts.SyntaxKind.QuestionQuestionToken,
  ts.SyntaxKind.PlusToken,
])

/** Finds words for people that stand in JSX itself: between tags, or in an attribute that is read or heard. */
export function findLiterals(fileName: string, source: string): Literal[] {
  const file = ts.createSourceFile(fileName, source, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX)
  const found: Literal[] = []
  const report = (node: ts.Node, text: string): void => {
    found.push({ line: file.getLineAndCharacterOfPosition(node.getStart(file)).line + 1, text: text.trim() })
  }
  const inspect = (node: ts.Expression | undefined): void => {
    if (!node) return
    if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) {
      if (hasWords(node.text) && !isKey(node.text)) report(node, node.text)
    } else if (ts.isTemplateExpression(node)) {
      const text = [node.head.text, ...node.templateSpans.map((span) => span.literal.text)].join(' ')
      if (hasWords(text) && !/^[\w-]+\.\s*$/.test(text)) report(node, text)
    } else if (ts.isConditionalExpression(node)) {
      inspect(node.whenTrue)
      inspect(node.whenFalse)
    } else if (ts.isBinaryExpression(node)) {
      if (!givesText.has(node.operatorToken.kind)) return
      if (node.operatorToken.kind !== ts.SyntaxKind.AmpersandAmpersandToken) inspect(node.left)
      inspect(node.right)
    } else if (ts.isParenthesizedExpression(node)) {
      inspect(node.expression)
    }
  }
  const visit = (node: ts.Node): void => {
    if (ts.isJsxText(node) && hasWords(node.text)) report(node, node.text)
    if (ts.isJsxExpression(node) && !ts.isJsxAttribute(node.parent)) inspect(node.expression)
    if (ts.isJsxAttribute(node) && ts.isIdentifier(node.name)) inspectAttribute(node, node.name.text)
    else if (ts.isJsxAttribute(node)) inspectAttribute(node, node.name.getText(file))
    ts.forEachChild(node, visit)
  }
  const inspectAttribute = (node: ts.JsxAttribute, name: string): void => {
    if (!spoken.has(name) || !node.initializer) return
    if (ts.isStringLiteral(node.initializer)) {
      if (hasWords(node.initializer.text) && !isKey(node.initializer.text)) {
        report(node, node.initializer.text)
      }
    } else if (ts.isJsxExpression(node.initializer)) inspect(node.initializer.expression)
  }
  visit(file)
  return found
}

// Keys of the dictionary hold a dot and no space.
function isKey(text: string): boolean {
  return /^[\w-]+(?:\.[\w-]+)+$/.test(text)
}

function hasWords(text: string): boolean {
  return /\p{Letter}{2}/u.test(text)
}
