import {
  ActionIcon,
  Anchor,
  Button,
  type CSSVariablesResolver,
  Checkbox,
  Chip,
  InputWrapper,
  Menu,
  Modal,
  type MantineColorsTuple,
  PasswordInput,
  PinInput,
  Radio,
  SegmentedControl,
  Select,
  Tabs,
  TextInput,
  Textarea,
  Tooltip,
  createTheme,
} from '@mantine/core'
import { asVariables, darkTokens, lightTokens } from './tokens.ts'

// Index 4 is the accent in the dark, index 8 in the light; see primaryShade.
const teal: MantineColorsTuple = [
  '#eaf6f5',
  '#def0ee',
  '#b9e0dc',
  '#8bd0ca',
  '#5ac4bd',
  '#35a9a3',
  '#1f8d89',
  '#137b7a',
  '#0d6b6b',
  '#0a5757',
]
const grey: MantineColorsTuple = [
  '#f8f9f9',
  '#f3f5f4',
  '#ecefee',
  '#dfe4e2',
  '#c5cdca',
  '#9aa6a3',
  '#5c6966',
  '#46534f',
  '#2a3634',
  '#15201f',
]
const night: MantineColorsTuple = [
  '#e7eeec',
  '#b4c0bd',
  '#94a19e',
  '#6b7a78',
  '#2f3a3a',
  '#222b2b',
  '#1e2626',
  '#161c1c',
  '#0f1414',
  '#0a0e0e',
]

const fonts = "'IBM Plex Sans', 'IBM Plex Sans Arabic', sans-serif"
// Mantine writes white on whatever is filled; our accent in the dark is a light one.
const onAccent = 'var(--on-accent)'
const label = { fontWeight: 500, marginBottom: 4 }

/** Mantine brought to the look of the desk: one accent, quiet greys, sizes that follow the script (tokens.css). */
export const theme = createTheme({
  primaryColor: 'teal',
  primaryShade: { light: 8, dark: 4 },
  colors: { teal, gray: grey, dark: night },
  white: lightTokens.paper,
  black: lightTokens.ink,
  fontFamily: fonts,
  fontFamilyMonospace: "'IBM Plex Sans', monospace",
  headings: { fontFamily: fonts, fontWeight: '600' },
  fontSizes: {
    xs: 'var(--t-xs)',
    sm: 'var(--t-sm)',
    md: 'var(--t-md)',
    lg: 'var(--t-lg)',
    xl: 'var(--t-xl)',
  },
  lineHeights: { xs: '1.4', sm: 'var(--lead-tight)', md: 'var(--lead)', lg: 'var(--lead)', xl: '1.4' },
  defaultRadius: 6,
  radius: { xs: '3px', sm: '5px', md: '6px', lg: '9px', xl: '14px' },
  cursorType: 'pointer',
  focusRing: 'auto',
  respectReducedMotion: true,
  components: {
    Button: Button.extend({
      defaultProps: { size: 'sm' },
      styles: { root: { fontWeight: 500 } },
      vars: (_theme, { variant = 'filled' }) => ({ root: variant === 'filled' ? { '--button-color': onAccent } : {} }),
    }),
    Chip: Chip.extend({ vars: () => ({ root: { '--chip-color': onAccent } }) }),
    ActionIcon: ActionIcon.extend({ defaultProps: { variant: 'subtle', color: 'gray' } }),
    Anchor: Anchor.extend({ defaultProps: { underline: 'hover' } }),
    InputWrapper: InputWrapper.extend({ styles: { label } }),
    TextInput: TextInput.extend({ defaultProps: { size: 'sm' } }),
    Textarea: Textarea.extend({ defaultProps: { size: 'sm', autosize: true, minRows: 2 } }),
    PasswordInput: PasswordInput.extend({ defaultProps: { size: 'sm' } }),
    PinInput: PinInput.extend({ defaultProps: { size: 'md' } }),
    Select: Select.extend({
      defaultProps: {
        size: 'sm',
        checkIconPosition: 'right',
        comboboxProps: { shadow: 'md', transitionProps: { duration: 0 } },
      },
    }),
    Checkbox: Checkbox.extend({
      defaultProps: { size: 'sm' },
      vars: () => ({ root: { '--checkbox-icon-color': onAccent } }),
    }),
    Radio: Radio.extend({ defaultProps: { size: 'sm' } }),
    Tabs: Tabs.extend({ defaultProps: { keepMounted: false } }),
    SegmentedControl: SegmentedControl.extend({ defaultProps: { size: 'sm', transitionDuration: 0 } }),
    Menu: Menu.extend({ defaultProps: { shadow: 'md', transitionProps: { duration: 0 }, width: 240 } }),
    Modal: Modal.extend({
      defaultProps: { centered: true, overlayProps: { backgroundOpacity: 0.35 }, transitionProps: { duration: 90 } },
    }),
    Tooltip: Tooltip.extend({ defaultProps: { openDelay: 350, transitionProps: { duration: 0 } } }),
  },
})

// Mantine's own greys for secondary text, placeholders and errors fail AA on our grounds.
const shared = {
  '--mantine-color-dimmed': 'var(--ink-3)',
  '--mantine-color-placeholder': 'var(--ink-3)',
  '--mantine-color-error': 'var(--red-ink)',
  '--mantine-color-anchor': 'var(--accent-ink)',
  '--mantine-color-body': 'var(--paper)',
  '--mantine-color-text': 'var(--ink)',
  '--mantine-color-bright': 'var(--ink)',
  '--mantine-color-default-border': 'var(--rim)',
  '--mantine-color-default': 'var(--paper)',
  '--mantine-color-default-hover': 'var(--sunk)',
  '--mantine-color-default-color': 'var(--ink)',
  '--mantine-color-teal-light': 'var(--accent-soft)',
  '--mantine-color-teal-light-hover': 'var(--accent-soft)',
  '--mantine-color-teal-light-color': 'var(--accent-ink)',
  '--mantine-color-gray-light-color': 'var(--ink-2)',
  '--mantine-color-disabled': 'var(--sunk)',
  '--mantine-color-disabled-color': 'var(--ink-3)',
  '--mantine-color-disabled-border': 'var(--line)',
}

export const resolver: CSSVariablesResolver = () => ({
  variables: {},
  light: { ...asVariables(lightTokens), ...shared },
  dark: { ...asVariables(darkTokens), ...shared },
})
