/**
 * SRV-06: how a text looks to the search: full-width characters narrow, traditional characters simplified (a table of
 * the ones elders' families type), small letters.
 */
const PAIRS =
  '們们這这個个來来對对時时會会說说話话請请問问嗎吗錢钱醫医療疗傷伤殘残賠赔償偿險险報报給给開开關关門门間间頭头後后裏里裡里過过還还從从為为沒没無无與与車车輛辆載载轉转輕轻貼贴費费貴贵買买賣卖單单據据證证' +
  '號号碼码電电腦脑機机軟软體体腳脚腫肿臟脏髒脏藥药飯饭飲饮養养館馆餘余歲岁歷历曆历壓压廠厂縣县區区鄉乡鎮镇邊边遠远進进運运達达遲迟選选適适讓让認认識识記记誰谁調调談谈論论護护變变豐丰顧顾願愿類类題题額额' +
  '顏颜風风飛飞馬马騎骑驗验驚惊魚鱼鳥鸟齊齐齒齿龍龙處处備备傳传價价億亿優优側侧僅仅兒儿兩两內内冊册凍冻準准減减劃划劇剧劑剂動动務务勝胜勞劳勢势協协廣广慶庆庫库應应廢废張张強强彈弹復复徵征憂忧憑凭懷怀態态' +
  '戰战戶户掃扫換换擔担擇择擊击撥拨擁拥擠挤擴扩擾扰攝摄敗败數数斷断於于舊旧書书東东條条樓楼樣样樹树橋桥檔档檢检權权歡欢歸归殺杀殼壳氣气決决況况淨净淚泪測测溫温滅灭滿满漢汉潔洁濟济灣湾災灾爐炉爭争爺爷牆墙' +
  '獎奖獨独現现環环產产畫画異异當当瘋疯痠酸盜盗盡尽監监盤盘睜睁確确礙碍禮礼禦御離离種种稱称積积穩稳窮穷筆笔節节範范築筑簽签簡简糧粮約约級级紀纪紅红納纳紙纸純纯細细終终組组結结絕绝統统經经綠绿維维網网緊紧' +
  '線线練练緩缓編编緣缘縮缩總总績绩繼继續续繳缴罰罚罵骂義义習习聖圣聞闻聯联聲声聽听職职肅肃腎肾膚肤膽胆臉脸臨临舉举藝艺蘇苏蟲虫補补裝装複复規规視视親亲覺觉覽览觀观計计訂订訊讯討讨訓训設设許许訴诉診诊詐诈' +
  '評评詞词詢询試试該该詳详誤误課课諒谅諮咨謝谢講讲譯译議议讀读責责財财貨货質质賬账購购贈赠贏赢趕赶趙赵跡迹軌轨輸输輪轮辦办辭辞農农遊游遺遗郵邮鄰邻鄭郑釋释針针鈔钞鋪铺錄录錯错鍾钟鐘钟鐵铁鑑鉴鑒鉴長长閃闪' +
  '閱阅闆板陰阴陽阳陳陈陸陆階阶隊队際际隨随隱隐雖虽雙双雜杂難难雲云靈灵靜静響响頁页項项順顺須须預预領领頸颈頻频顆颗嬤嬷嫲嬷喫吃嚇吓囑嘱團团圖图國国園园圓圆圍围執执場场塊块壞坏壽寿夠够夢梦夥伙奪夺婦妇媽妈' +
  '學学寫写寬宽寶宝實实審审將将麼么銷销隻只專专尋寻導导屆届屬属岡冈島岛幣币師师帳帐帶带幫帮幹干'

const SIMPLE = new Map<string, string>()
const LETTERS = [...PAIRS]
for (let at = 0; at + 1 < LETTERS.length; at += 2) SIMPLE.set(LETTERS[at] ?? '', LETTERS[at + 1] ?? '')

export function normalise(text: string): string {
  let out = ''
  for (const letter of text.normalize('NFKC').toLowerCase()) out += SIMPLE.get(letter) ?? letter
  return out
}

/**
 * A question as it may be kept (nobody's number stands in it): digits in a row of six or more are taken out, also
 * where spaces or dashes part them.
 */
export function withoutNumbers(text: string): string {
  return text
    .replace(/[\d０-９](?:[\s-]*[\d０-９]){5,}[xXｘＸ]?/g, '＊')
    .replace(/\s+/g, ' ')
    .trim()
}
