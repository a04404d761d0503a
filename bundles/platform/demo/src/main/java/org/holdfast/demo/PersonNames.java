package org.holdfast.demo;

import java.util.List;

/** Chinese names from frequent syllables, with the pinyin their e-mail addresses need. Nobody real is meant. */
final class PersonNames {

    private static final String SURNAMES = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕";
    private static final List<String> SURNAME_PINYIN = List.of(
            "wang", "li", "zhang", "liu", "chen", "yang", "zhao", "huang", "zhou", "wu", "xu", "sun", "hu", "zhu",
            "gao", "lin", "he", "guo", "ma", "luo", "liang", "song", "zheng", "xie", "han", "tang", "feng", "yu",
            "dong", "xiao", "cheng", "cao", "yuan", "deng", "xu", "fu", "shen", "zeng", "peng", "lv");

    private static final String WOMEN = "芳娜敏静丽艳娟霞玲桂婷雪琳颖洁梅慧莹蕾倩佳怡欣妍萍";
    private static final List<String> WOMEN_PINYIN = List.of(
            "fang", "na", "min", "jing", "li", "yan", "juan", "xia", "ling", "gui", "ting", "xue", "lin", "ying", "jie",
            "mei", "hui", "ying", "lei", "qian", "jia", "yi", "xin", "yan", "ping");

    private static final String MEN = "伟强磊军洋勇杰涛超明刚平辉鹏华飞鑫波斌宇浩凯健俊帆";
    private static final List<String> MEN_PINYIN = List.of(
            "wei", "qiang", "lei", "jun", "yang", "yong", "jie", "tao", "chao", "ming", "gang", "ping", "hui", "peng",
            "hua", "fei", "xin", "bo", "bin", "yu", "hao", "kai", "jian", "jun", "fan");

    private static final String EITHER = "文晓子志建国玉春海云思雨天一新永";
    private static final List<String> EITHER_PINYIN = List.of(
            "wen", "xiao", "zi", "zhi", "jian", "guo", "yu", "chun", "hai", "yun", "si", "yu", "tian", "yi", "xin",
            "yong");

    private PersonNames() {}

    /** One name, written in characters and in pinyin with the surname first: {@code zhang.wenhui}. */
    record Name(String characters, String pinyin) {}

    static Name draw(Dice dice, boolean woman) {
        // Multiplying two draws makes the first surnames the frequent ones, as they are.
        int surname = (int) (dice.unit() * dice.unit() * SURNAMES.length());
        String characters = String.valueOf(SURNAMES.charAt(surname));
        StringBuilder pinyin = new StringBuilder(SURNAME_PINYIN.get(surname)).append('.');
        if (dice.chance(.75)) {
            int middle = dice.below(EITHER.length());
            characters += EITHER.charAt(middle);
            pinyin.append(EITHER_PINYIN.get(middle));
        }
        int last = dice.below(WOMEN.length());
        characters += woman ? WOMEN.charAt(last) : MEN.charAt(last);
        pinyin.append(woman ? WOMEN_PINYIN.get(last) : MEN_PINYIN.get(last));
        return new Name(characters, pinyin.toString());
    }
}
