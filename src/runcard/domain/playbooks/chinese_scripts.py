"""Chinese is written in two scripts: a phrase in simplified signs is known in traditional ones too.

Only signs that have one counterpart in the words of incidents are told here: `准` may be `準` or
stay as it is, so a phrase with it is written down twice where both are wanted.
"""

import re
from collections.abc import Iterable

KANA = re.compile(r"[\u3040-\u30ff]")
SIMPLIFIED = (
    "时间报应处当认会响证联内没旧发个无状进开对单条责录见审号过断决备务况别电盘话参维标担现护负数订转态结约档预"
    "给场检动记换丢写验页点为谁户册监长码启严项领随来员频骤测线评续须总缓关两组损称闭库运变队练门办补暂销仅区职"
    "团计导轮议编视顺挥围类规统还则说义问着业终汇询试经归滚脱绿络术沟题权层从选调险临错执紧链习携许实营节顾书连"
    "这阅创诊恒扩签独尽马红讯阶邮岗轻观论钉请吗样载绪设镜迟黄织画阈环较讨训访属灾装们识馈败账该脚误击残彻删盗获"
    "历钟银协专举众简蓝颜详纲学飞际头缩减资满积压东亲绝语纸质遗强踪图双钥输风储静带昼径战迹槛轴卖医买继辑牵难稳"
    "毕谓虑拨诉帮闻国爱树将溃键拟禅寻广垒货传热抢涨显刚凭恶谨贝栈烟脑弃读盖卫贴墙钱屉车闲凑后复据范"
)
TRADITIONAL = (
    "時間報應處當認會響證聯內沒舊發個無狀進開對單條責錄見審號過斷決備務況別電盤話參維標擔現護負數訂轉態結約檔預"
    "給場檢動記換丟寫驗頁點為誰戶冊監長碼啟嚴項領隨來員頻驟測線評續須總緩關兩組損稱閉庫運變隊練門辦補暫銷僅區職"
    "團計導輪議編視順揮圍類規統還則說義問著業終匯詢試經歸滾脫綠絡術溝題權層從選調險臨錯執緊鏈習攜許實營節顧書連"
    "這閱創診恆擴簽獨盡馬紅訊階郵崗輕觀論釘請嗎樣載緒設鏡遲黃織畫閾環較討訓訪屬災裝們識饋敗帳該腳誤擊殘徹刪盜獲"
    "歷鐘銀協專舉眾簡藍顏詳綱學飛際頭縮減資滿積壓東親絕語紙質遺強蹤圖雙鑰輸風儲靜帶晝徑戰跡檻軸賣醫買繼輯牽難穩"
    "畢謂慮撥訴幫聞國愛樹將潰鍵擬禪尋廣壘貨傳熱搶漲顯剛憑惡謹貝棧煙腦棄讀蓋衛貼牆錢屜車閒湊後復據範"
)
COUNTERPARTS = str.maketrans(SIMPLIFIED, TRADITIONAL)


def in_both_scripts(phrases: Iterable[str]) -> list[str]:
    """The phrases, and behind them those of which the other script differs."""
    told = list(phrases)
    wide = [one for one in told if not one.isascii() and KANA.search(one) is None]
    known = set(told)
    others = (one.translate(COUNTERPARTS) for one in wide)
    return told + [one for one in dict.fromkeys(others) if one not in known]
