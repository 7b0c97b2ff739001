/** The look: deep teal on cool paper, dense, thin borders, dark text. */
import type { ThemeConfig } from 'antd'

export const theme: ThemeConfig = {
  cssVar: { key: 'anpei' },
  hashed: false,
  token: {
    colorPrimary: '#0d6b75', colorInfo: '#0d6b75', colorLink: '#0b5f78', colorSuccess: '#1f7a45',
    colorWarning: '#a85f00',
    colorError: '#b3261e', colorText: '#16262d', colorTextSecondary: '#4a5d66', colorTextTertiary: '#5f717a',
    colorTextPlaceholder: '#74858d', colorBorder: '#c8d4d9', colorBorderSecondary: '#dfe7ea', colorBgLayout: '#f2f5f6',
    borderRadius: 6, borderRadiusLG: 10, fontSize: 14, controlHeight: 34, lineWidth: 1, wireframe: false,
    fontFamily: '"PingFang SC", "Microsoft YaHei UI", "Microsoft YaHei", "Noto Sans CJK SC", system-ui, sans-serif',
    motionDurationMid: '0.12s', motionDurationSlow: '0.16s',
  },
  components: {
    Button: { fontWeight: 500, primaryShadow: 'none', defaultShadow: 'none', dangerShadow: 'none' },
    Form: { itemMarginBottom: 14, verticalLabelPadding: '0 0 4px', labelColor: '#34474f' },
    Modal: { titleFontSize: 17 },
    Tabs: { horizontalMargin: '0 0 16px 0', titleFontSize: 14, horizontalItemPadding: '10px 0' },
  },
}
