-- The original wave: the 100 published comments, letter for letter and in the source's order, each with the choice that it is
-- listed under, age group, gender and occupation; and the published tally. What the source contradicts is kept as it is:
-- six comments are listed under NOT_BOTHERED where the tally says five, and numbers 50 and 68 are identical.

insert into published_tally (wave, base_n, stop_business, complain, forgive_if_apologised, not_bothered)
values ('ORIGINAL', 100, 46, 54, 23, 5);

insert into response (wave, status, comment_public, stop_business, primary_choice, original_no, age_group, gender, occupation, comment) values
('ORIGINAL', 'COUNTED', 'APPROVED', 1, 'STOP_BUSINESS', 1, 'AGE_20S', 'FEMALE', 'NOT_EMPLOYED', 'そういう世界だと思います。ごめんなさいで済めばなんでも許されてしまいます。'),
('ORIGINAL', 'COUNTED', 'APPROVED', 1, 'STOP_BUSINESS', 2, 'AGE_40S', 'FEMALE', 'PART_TIME', '情報が漏れてしまっては、信用が一気になくなってしまうので、取引は、できなくなる。'),
('ORIGINAL', 'COUNTED', 'APPROVED', 1, 'STOP_BUSINESS', 3, 'AGE_10S', 'FEMALE', 'STUDENT', '顧客の個人情報を漏らしたということは、情報を管理する能力がその会社に足りないということなので、何よりもまず自分に関するこれ以上の情報をその会社に渡すことを止めるために取引をやめることを選択します。'),
('ORIGINAL', 'COUNTED', 'APPROVED', 1, 'STOP_BUSINESS', 4, 'AGE_20S', 'MALE', 'COMPANY_EMPLOYEE', '個人情報が漏れるとゆうのは管理がしっかりしてないということになり、それは信頼性にかけるため。'),
('ORIGINAL', 'COUNTED', 'APPROVED', 1, 'STOP_BUSINESS', 5, 'AGE_30S', 'FEMALE', 'NOT_EMPLOYED', '情報が漏れる企業なんて信用できないので、対応方法が自分で選べるのであればクレームを入れた後取引をやめます。'),
('ORIGINAL', 'COUNTED', 'APPROVED', 1, 'STOP_BUSINESS', 6, 'AGE_20S', 'FEMALE', 'COMPANY_EMPLOYEE', '自分にとって大事な情報を漏らすような企業は、信用できないからです。'),
('ORIGINAL', 'COUNTED', 'APPROVED', 1, 'STOP_BUSINESS', 7, 'AGE_20S', 'FEMALE', 'STUDENT', 'すでに漏れてしまったものは取り返しがつかないが、責任感のなさにはあきれてしまうので取引はすべてやめる。'),
('ORIGINAL', 'COUNTED', 'APPROVED', 1, 'STOP_BUSINESS', 8, 'AGE_20S', 'FEMALE', 'STUDENT', '信用問題だと思うので、取引を止められるものなら止めると思います。'),
('ORIGINAL', 'COUNTED', 'APPROVED', 1, 'STOP_BUSINESS', 9, 'AGE_60S', 'FEMALE', 'HOMEMAKER', 'そんないいかげんな企業は信用できないので、かかわりたくないから。'),
('ORIGINAL', 'COUNTED', 'APPROVED', 1, 'STOP_BUSINESS', 10, 'AGE_40S', 'MALE', 'COMPANY_EMPLOYEE', '基本的には取引をやめることが大前提。どの情報がどの程度もれたのか、どこまでもれたのか状況説明と漏えい対策及び責任を取ることを求める。謝罪で住むと思うな。許さない。'),
('ORIGINAL', 'COUNTED', 'APPROVED', 1, 'STOP_BUSINESS', 11, 'AGE_30S', 'FEMALE', 'SELF_EMPLOYED', 'ベネッセのねこのきもち定期購読中に漏れましたがハガキ等来なかったのでやめました'),
('ORIGINAL', 'COUNTED', 'APPROVED', 1, 'STOP_BUSINESS', 12, 'AGE_30S', 'FEMALE', 'COMPANY_EMPLOYEE', 'いちど信頼を裏切られた会社に対しては、わだかまりが残ると思うので、取引をやめると思います。'),
('ORIGINAL', 'COUNTED', 'APPROVED', 1, 'STOP_BUSINESS', 13, 'AGE_40S', 'MALE', 'COMPANY_EMPLOYEE', '仮に悪用されなかったとしても気持ち悪いでしょ!クレームを入れて取引をやめるのが当然です。'),
('ORIGINAL', 'COUNTED', 'APPROVED', 1, 'STOP_BUSINESS', 14, 'AGE_30S', 'FEMALE', 'HOMEMAKER', '一回個人情報が漏えいすると、次もまたありそうだから。また、個人情報の漏えいは大きな問題だから。'),
('ORIGINAL', 'COUNTED', 'APPROVED', 1, 'STOP_BUSINESS', 15, 'AGE_30S', 'MALE', 'NOT_EMPLOYED', 'データの程度によるのですが、個人情報がもらされたら、クレームを入れて、納得できなければその企業と取引をやめます。'),
('ORIGINAL', 'COUNTED', 'APPROVED', 1, 'STOP_BUSINESS', 16, 'AGE_40S', 'MALE', 'COMPANY_EMPLOYEE', '信頼できないところとは手を切るのが一番だからです。一度あることは二度ありますから。'),
('ORIGINAL', 'COUNTED', 'APPROVED', 1, 'STOP_BUSINESS', 17, 'AGE_40S', 'FEMALE', 'HOMEMAKER', '個人情報を漏らされたので、可能であれば裁判に持ち込みたいと思います。'),
('ORIGINAL', 'COUNTED', 'APPROVED', 1, 'STOP_BUSINESS', 18, 'AGE_10S', 'MALE', 'STUDENT', '個人情報を悪用されたり、これ以上個人情報が漏えいしたら困るから'),
('ORIGINAL', 'COUNTED', 'APPROVED', 1, 'STOP_BUSINESS', 19, 'AGE_30S', 'FEMALE', 'CONTRACT_OR_TEMPORARY', '信用がすでに出来なくなっている状態なので、謝罪があっても取引はやめます。'),
('ORIGINAL', 'COUNTED', 'APPROVED', 1, 'STOP_BUSINESS', 20, 'AGE_30S', 'FEMALE', 'HOMEMAKER', '情報漏洩のあった場合、望ましい対応と思えることは
謝罪、何故もれたのか、今後どうするのか、もれた情報から被害を防いでいるか、万が一被害を受けた場合加害側が別企業や人でも元々情報を保持していた企業も共犯に近い形で償うのか
です。

しかしこの様なことを実現可能な企業はほぼ存在しません
取引を止めた方が無難です。'),
('ORIGINAL', 'COUNTED', 'APPROVED', 1, 'STOP_BUSINESS', 21, 'AGE_20S', 'FEMALE', 'HOMEMAKER', '自分の情報が漏らされることにより、被害を受ける可能性があるのに、ずっと取引をするのは考えれない。'),
('ORIGINAL', 'COUNTED', 'APPROVED', 1, 'STOP_BUSINESS', 22, 'AGE_30S', 'FEMALE', 'COMPANY_EMPLOYEE', '漏えいした経緯の説明と謝罪は当然で、漏えいした時点で個人情報保護の管理が出来ていないというイメージを持ってしまうので取引をやめる。'),
('ORIGINAL', 'COUNTED', 'APPROVED', 1, 'STOP_BUSINESS', 23, 'AGE_40S', 'FEMALE', 'HOMEMAKER', 'ヘビーユースしている取引先だったら謝罪があれば許しますが、そうでなければ取引を辞めます。信用できません。'),
('ORIGINAL', 'COUNTED', 'APPROVED', 1, 'STOP_BUSINESS', 24, 'AGE_40S', 'FEMALE', 'CONTRACT_OR_TEMPORARY', 'どういう状況で漏らされたかにもよるが、やはりそれ以後の信頼関係は保てなくなると思うので。'),
('ORIGINAL', 'COUNTED', 'APPROVED', 1, 'STOP_BUSINESS', 25, 'AGE_40S', 'MALE', 'SELF_EMPLOYED', 'これはもうペナルティーとして、取引をやめた上、賠償責任を考えます。'),
('ORIGINAL', 'COUNTED', 'APPROVED', 1, 'STOP_BUSINESS', 26, 'AGE_50S', 'FEMALE', 'FREELANCE', '事前に了解の上だったら納得できるが、そうでない場合は強行手段も辞さない。'),
('ORIGINAL', 'COUNTED', 'APPROVED', 1, 'STOP_BUSINESS', 27, 'AGE_30S', 'FEMALE', 'NOT_EMPLOYED', '今後もなにがあるか、わからないので、取り引きをやめようと思います。'),
('ORIGINAL', 'COUNTED', 'APPROVED', 1, 'STOP_BUSINESS', 28, 'AGE_40S', 'FEMALE', 'HOMEMAKER', '今後どのように改善されたとしても、不信感は拭えないので取引をやめると思います。'),
('ORIGINAL', 'COUNTED', 'APPROVED', 1, 'STOP_BUSINESS', 29, 'AGE_40S', 'FEMALE', 'HOMEMAKER', '実際に被害が出るか出ないかにもよって、具体的な動きも変わってくると思いますが、先ずは、漏洩させちゃうような会社にがっかりしちゃって、取引をやめるんじゃないかな。'),
('ORIGINAL', 'COUNTED', 'APPROVED', 1, 'STOP_BUSINESS', 30, 'AGE_30S', 'MALE', 'COMPANY_EMPLOYEE', '自分の情報が漏らされたら、もうその企業を信用することはできないので、クレームをいれて取引をやめます。'),
('ORIGINAL', 'COUNTED', 'APPROVED', 1, 'STOP_BUSINESS', 31, 'AGE_60S', 'FEMALE', 'HOMEMAKER', '情報の管理もできないような企業とは、おつきあいをしたくないから。'),
('ORIGINAL', 'COUNTED', 'APPROVED', 1, 'STOP_BUSINESS', 32, 'AGE_40S', 'FEMALE', 'HOMEMAKER', '相手方の出方にもよるのだろうが、そんな時どのように対処したらいいかわからない。不信を抱いた時時点で取引したくないので、やめると思う。'),
('ORIGINAL', 'COUNTED', 'APPROVED', 1, 'STOP_BUSINESS', 33, 'AGE_30S', 'FEMALE', 'PART_TIME', '情報を漏らすという一番されたくないことをされて、その企業を信用できないので、取引をやめると思う。'),
('ORIGINAL', 'COUNTED', 'APPROVED', 1, 'STOP_BUSINESS', 34, 'AGE_10S', 'FEMALE', 'PART_TIME', '自分の情報を、安全に管理してもらえない会社と取引を続けると後に、大きな失態を起こしかねないとおもうからです。'),
('ORIGINAL', 'COUNTED', 'APPROVED', 1, 'STOP_BUSINESS', 35, 'AGE_20S', 'FEMALE', 'NOT_EMPLOYED', 'わざとにしろわざとでないしにろ、そこの会社とは信頼関係を二度と築けないと思うし築こうと思えないので辞めます。'),
('ORIGINAL', 'COUNTED', 'APPROVED', 1, 'STOP_BUSINESS', 36, 'AGE_30S', 'FEMALE', 'HOMEMAKER', '情報が漏らされたというのは悪意があってやったことだと思うので信用出来ない企業なので取引はやめます'),
('ORIGINAL', 'COUNTED', 'APPROVED', 1, 'STOP_BUSINESS', 37, 'AGE_30S', 'FEMALE', 'HOMEMAKER', '以前クレジットカードの情報が洩れ、出会い系サイトに登録されました。
カード会社からは謝罪がない上にその料金を払うように言われました。
また今後クレジットカードが作れないようにブラックリストにも載せられました。
なぜ身に覚えのないお金を支払わなければならにのかはわかりませんが、今でも支払いをしております。'),
('ORIGINAL', 'COUNTED', 'APPROVED', 1, 'STOP_BUSINESS', 38, 'AGE_40S', 'MALE', 'PUBLIC_SERVANT', '二度と関わりたくないので、コレを選びました。クレームを入れるのは当然、誤って許せるようなのは機密情報ではない'),
('ORIGINAL', 'COUNTED', 'APPROVED', 1, 'STOP_BUSINESS', 39, 'AGE_20S', 'FEMALE', 'HOMEMAKER', 'すぐに利用をやめると思います。期待はしていないですが、それなりに謝罪の品もあるべきだと思います。');

insert into response (wave, status, comment_public, complain, primary_choice, original_no, age_group, gender, occupation, comment) values
('ORIGINAL', 'COUNTED', 'APPROVED', 1, 'COMPLAIN', 40, 'AGE_30S', 'MALE', 'COMPANY_EMPLOYEE', 'とりあえず起こったことに関してのクレームをいれます。その後の対応で取引をやめるかを決めます'),
('ORIGINAL', 'COUNTED', 'APPROVED', 1, 'COMPLAIN', 41, 'AGE_40S', 'MALE', 'PART_TIME', '自分の情報が漏らされたら、クレームを入れて誠意ある対応をしてもらう。'),
('ORIGINAL', 'COUNTED', 'APPROVED', 1, 'COMPLAIN', 42, 'AGE_30S', 'MALE', 'FREELANCE', 'なぜこうなったのかを聞きたい。故意や私利私欲のためなら訴えるため。'),
('ORIGINAL', 'COUNTED', 'APPROVED', 1, 'COMPLAIN', 43, 'AGE_40S', 'FEMALE', 'HOMEMAKER', 'まずはクレームを入れるべきだと思います。取引をやめるかについては、漏らされた情報の内容にもよるし、その後の対応(謝罪など)次第です。特になんとも思わないという選択肢だけは絶対にありません。'),
('ORIGINAL', 'COUNTED', 'APPROVED', 1, 'COMPLAIN', 44, 'AGE_20S', 'FEMALE', 'STUDENT', '他にも被害にあっている人がいる可能性があるから。誰も気づかずに被害が大きくなるために早めの報告が必要だと思うから。'),
('ORIGINAL', 'COUNTED', 'APPROVED', 1, 'COMPLAIN', 45, 'AGE_40S', 'FEMALE', 'PART_TIME', 'もちろん、絶対にクレームを言う。謝罪があっても許せないけど。'),
('ORIGINAL', 'COUNTED', 'APPROVED', 1, 'COMPLAIN', 46, 'AGE_40S', 'FEMALE', 'HOMEMAKER', 'とりあえず、クレームを入れます。その対応次第で、いろいろ考えます。'),
('ORIGINAL', 'COUNTED', 'APPROVED', 1, 'COMPLAIN', 47, 'AGE_30S', 'MALE', 'PART_TIME', '単にちょっとした間違いとして個人的に決着をつけるのは好ましくないから。'),
('ORIGINAL', 'COUNTED', 'APPROVED', 1, 'COMPLAIN', 48, 'AGE_40S', 'MALE', 'NOT_EMPLOYED', '二度と同じことがあっては困るので、しっかりクレームは入れて再発防止をしてもらいます。'),
('ORIGINAL', 'COUNTED', 'APPROVED', 1, 'COMPLAIN', 49, 'AGE_30S', 'FEMALE', 'PART_TIME', 'まずはクレームを入れて、その後の対応でこちらの態度を決めたいと思います。'),
('ORIGINAL', 'COUNTED', 'APPROVED', 1, 'COMPLAIN', 50, 'AGE_30S', 'MALE', 'SELF_EMPLOYED', '自分の情報が漏らされたら、クレームを入れてそれなりの対応をしてもらいます。'),
('ORIGINAL', 'COUNTED', 'APPROVED', 1, 'COMPLAIN', 51, 'AGE_40S', 'FEMALE', 'CONTRACT_OR_TEMPORARY', '個人情報漏洩は重大な罪になるため、しっかりとクレームを入れ、すべての情報の削除を依頼し、削除確認後に取引をやめる'),
('ORIGINAL', 'COUNTED', 'APPROVED', 1, 'COMPLAIN', 52, 'AGE_50S', 'MALE', 'NOT_EMPLOYED', '漏れた情報がクレジットカードの情報であった場合は、流石にクレームを入れると思います。'),
('ORIGINAL', 'COUNTED', 'APPROVED', 1, 'COMPLAIN', 53, 'AGE_50S', 'FEMALE', 'HOMEMAKER', 'クレームは入れます。入れたからといって、どうなるわけでもないでしょうけれど。'),
('ORIGINAL', 'COUNTED', 'APPROVED', 1, 'COMPLAIN', 54, 'AGE_30S', 'MALE', 'CONTRACT_OR_TEMPORARY', 'これは信用問題だから。会社としての対応を問います。最悪の場合は取引解除します'),
('ORIGINAL', 'COUNTED', 'APPROVED', 1, 'COMPLAIN', 55, 'AGE_30S', 'FEMALE', 'COMPANY_EMPLOYEE', '個人情報が漏らされるというのは、すごく大変なことなので、クレームは必ず入れて、然るべき対応をしてもらいます。'),
('ORIGINAL', 'COUNTED', 'APPROVED', 1, 'COMPLAIN', 56, 'AGE_60S', 'MALE', 'NOT_EMPLOYED', 'クレームを入れまして、原因を調べてもらって、文書で報告させます。二度とこのようなことのないように確約してもらいます。'),
('ORIGINAL', 'COUNTED', 'APPROVED', 1, 'COMPLAIN', 57, 'AGE_60S', 'MALE', 'SELF_EMPLOYED', 'まずは、しっかりとクレームを入れます。そしてどのような対応をしてくるか見極めます。'),
('ORIGINAL', 'COUNTED', 'APPROVED', 1, 'COMPLAIN', 58, 'AGE_30S', 'FEMALE', 'CONTRACT_OR_TEMPORARY', '自分の情報が漏らされた!管理責任のある企業にクレームを入れる'),
('ORIGINAL', 'COUNTED', 'APPROVED', 1, 'COMPLAIN', 59, 'AGE_40S', 'FEMALE', 'PART_TIME', '明らかに漏らした企業が分かれば、クレームを入れ損害を求めると思いますが、ネット上に記入したものだと、どこが元が分からないかも?'),
('ORIGINAL', 'COUNTED', 'APPROVED', 1, 'COMPLAIN', 60, 'AGE_30S', 'FEMALE', 'NOT_EMPLOYED', '責任を全うしていないということなので、クレームを入れます。
謝罪は当たり前。その上で、どういった対処をしてくれるのか聞きます。'),
('ORIGINAL', 'COUNTED', 'APPROVED', 1, 'COMPLAIN', 61, 'AGE_40S', 'FEMALE', 'PART_TIME', 'もうこれは本当に重要なポイントになるとはおもいますね・・・。'),
('ORIGINAL', 'COUNTED', 'APPROVED', 1, 'COMPLAIN', 62, 'AGE_50S', 'FEMALE', 'FREELANCE', '内容にもよりますが、好き放題にされては困るので一応クレームは入れると思います。'),
('ORIGINAL', 'COUNTED', 'APPROVED', 1, 'COMPLAIN', 63, 'AGE_30S', 'FEMALE', 'HOMEMAKER', '漏えいの経緯と今後の対策を知りたいから。回答によっては自分自身も対策をしなくてはならないから。'),
('ORIGINAL', 'COUNTED', 'APPROVED', 1, 'COMPLAIN', 64, 'AGE_40S', 'FEMALE', 'PART_TIME', 'まず自分の情報をもらされたことを不快に感じていることをきっちり伝えます。'),
('ORIGINAL', 'COUNTED', 'APPROVED', 1, 'COMPLAIN', 65, 'AGE_20S', 'FEMALE', 'PART_TIME', '漏えいが確認できた時に指摘しておかないと、後々トラブルが起きた時の責任の所在が曖昧にされかねないから。情報管理の杜撰さについて、その会社と自分以外のユーザーに自覚してもらい、他の被害が広がらないようにするため。'),
('ORIGINAL', 'COUNTED', 'APPROVED', 1, 'COMPLAIN', 66, 'AGE_40S', 'FEMALE', 'HOMEMAKER', '実際に、楽天を利用した際に私の個人情報が漏えいしたが、そのことを会社側へ伝えても全く非を認めないし、当然謝罪もなかった。'),
('ORIGINAL', 'COUNTED', 'APPROVED', 1, 'COMPLAIN', 67, 'AGE_30S', 'FEMALE', 'COMPANY_EMPLOYEE', '今後同じことがないように注意をしなければならないので、とりあえず連絡入れると思う。その後対応に不安があれば取引をやめることも考えるかもしれないけれど、状況次第です。'),
('ORIGINAL', 'COUNTED', 'APPROVED', 1, 'COMPLAIN', 68, 'AGE_30S', 'MALE', 'SELF_EMPLOYED', '自分の情報が漏らされたら、クレームを入れてそれなりの対応をしてもらいます。'),
('ORIGINAL', 'COUNTED', 'APPROVED', 1, 'COMPLAIN', 69, 'AGE_40S', 'FEMALE', 'HOMEMAKER', '発覚をしていないかもしれないので、お知らせするとともに困ることを伝えると思います。'),
('ORIGINAL', 'COUNTED', 'APPROVED', 1, 'COMPLAIN', 70, 'AGE_20S', 'FEMALE', 'HOMEMAKER', '情報を漏らしたのだから、指摘して謝罪して何らかの責任を取ってもらう'),
('ORIGINAL', 'COUNTED', 'APPROVED', 1, 'COMPLAIN', 71, 'AGE_20S', 'MALE', 'COMPANY_EMPLOYEE', 'クレームを言って相手がどう対処してくるか様子をみてきちんとしてくれるかみたいから'),
('ORIGINAL', 'COUNTED', 'APPROVED', 1, 'COMPLAIN', 72, 'AGE_30S', 'FEMALE', 'HOMEMAKER', 'まずはクレームをいれて、なぜそうなったのかを説明してもらい、それから取引をやめるなどの判断をする'),
('ORIGINAL', 'COUNTED', 'APPROVED', 1, 'COMPLAIN', 73, 'AGE_50S', 'MALE', 'COMPANY_EMPLOYEE', 'とりあえず、クレームを入れるべきなのではないかと思っています。'),
('ORIGINAL', 'COUNTED', 'APPROVED', 1, 'COMPLAIN', 74, 'AGE_50S', 'FEMALE', 'COMPANY_EMPLOYEE', '具体的にどのような情報かで クレームを入れるか 違ってきます。'),
('ORIGINAL', 'COUNTED', 'APPROVED', 1, 'COMPLAIN', 75, 'AGE_20S', 'FEMALE', 'NOT_EMPLOYED', '今後情報が悪用されて、自分の身が危険にさらされるかもしれないから、文句を言って何かしらの対策をしてもらう。'),
('ORIGINAL', 'COUNTED', 'APPROVED', 1, 'COMPLAIN', 76, 'AGE_20S', 'FEMALE', 'CONTRACT_OR_TEMPORARY', 'ひとまずクレームを入れて誠意のある対応をしてくれるのか様子を見ます。'),
('ORIGINAL', 'COUNTED', 'APPROVED', 1, 'COMPLAIN', 77, 'AGE_30S', 'FEMALE', 'HOMEMAKER', 'とりあえず、抗議をして相手がどう対応するのかを見て見たいと思います。それによって取引をやめるのか等を考えようと思います。駄目なことは駄目だと主張することで会社の管理体制も変わるのではと思います。'),
('ORIGINAL', 'COUNTED', 'APPROVED', 1, 'COMPLAIN', 78, 'AGE_20S', 'FEMALE', 'COMPANY_EMPLOYEE', 'その情報の程度にもよるが、内容によっては人生をめちゃくちゃにされることもあるから訴える。');

insert into response (wave, status, comment_public, forgive_if_apologised, primary_choice, original_no, age_group, gender, occupation, comment) values
('ORIGINAL', 'COUNTED', 'APPROVED', 1, 'FORGIVE_IF_APOLOGISED', 79, 'AGE_30S', 'FEMALE', 'PUBLIC_SERVANT', '害がない場合、謝罪されれば許すしかないと思います。害がある場合は取引をやめられれば即やめます。'),
('ORIGINAL', 'COUNTED', 'APPROVED', 1, 'FORGIVE_IF_APOLOGISED', 80, 'AGE_50S', 'MALE', 'NOT_EMPLOYED', 'やはり企業側の責任はちゃんと行動を
通して行って欲しいので、
あくまでも謝罪が最低限の責任だと思います。'),
('ORIGINAL', 'COUNTED', 'APPROVED', 1, 'FORGIVE_IF_APOLOGISED', 81, 'AGE_20S', 'FEMALE', 'CONTRACT_OR_TEMPORARY', 'ただ情報が漏れただけなのか、さらに被害があったかにもよるが、ただ漏れた、というだけであれば謝罪で許してしまうと思う。'),
('ORIGINAL', 'COUNTED', 'APPROVED', 1, 'FORGIVE_IF_APOLOGISED', 82, 'AGE_30S', 'FEMALE', 'HOMEMAKER', '漏洩の内容にもよりますか、カード番号の漏えいでない限り、謝罪があれば引き続き利用すると思います。
しかし謝罪がない場合、もしくはカード番号漏えいの場合は取引をやめます。'),
('ORIGINAL', 'COUNTED', 'APPROVED', 1, 'FORGIVE_IF_APOLOGISED', 83, 'AGE_20S', 'FEMALE', 'FREELANCE', '私は、わざとではないとしても個人情報漏らされてしまって気持ちが良くないので、謝罪はしてほしいかなと思います。'),
('ORIGINAL', 'COUNTED', 'APPROVED', 1, 'FORGIVE_IF_APOLOGISED', 84, 'AGE_50S', 'FEMALE', 'HOMEMAKER', '子どもの個人情報が漏洩されたことがあり、お詫びに図書カードをもらいました。その前から利用をやめていたので、腹が立ったけど、まあしょうがないかという感じでした。'),
('ORIGINAL', 'COUNTED', 'APPROVED', 1, 'FORGIVE_IF_APOLOGISED', 85, 'AGE_50S', 'MALE', 'NOT_EMPLOYED', '社会人としての自分の情報は、漏えいしても特に問題はないと考えていますが、一応、ケジメとして謝罪は欲しいかなと。
私生活の情報漏えいは、縁を切ります。'),
('ORIGINAL', 'COUNTED', 'APPROVED', 1, 'FORGIVE_IF_APOLOGISED', 86, 'AGE_40S', 'FEMALE', 'HOMEMAKER', 'どの企業でもミスはつきものです。心のこもった謝罪があれば許します。'),
('ORIGINAL', 'COUNTED', 'APPROVED', 1, 'FORGIVE_IF_APOLOGISED', 87, 'AGE_30S', 'FEMALE', 'NOT_EMPLOYED', 'もう情報はもれまくっているので、なんとも思いません。何か被害があれば別ですが、そうでなければ、謝罪だけで十分です。'),
('ORIGINAL', 'COUNTED', 'APPROVED', 1, 'FORGIVE_IF_APOLOGISED', 88, 'AGE_40S', 'FEMALE', 'COMPANY_EMPLOYEE', '漏洩した経緯と漏洩先は知りたいと思う。説明責任があると思うし、謝罪があれば受け入れると思う。'),
('ORIGINAL', 'COUNTED', 'APPROVED', 1, 'FORGIVE_IF_APOLOGISED', 89, 'AGE_20S', 'MALE', 'STUDENT', 'やってしまったことはもうどうしようもないので、然るべき処置をとってもらえればそれでいい'),
('ORIGINAL', 'COUNTED', 'APPROVED', 1, 'FORGIVE_IF_APOLOGISED', 90, 'AGE_30S', 'MALE', 'PART_TIME', 'ちゃんと謝罪して再発防止に向けた取り組みをすれば許したいです。'),
('ORIGINAL', 'COUNTED', 'APPROVED', 1, 'FORGIVE_IF_APOLOGISED', 91, 'AGE_50S', 'FEMALE', 'HOMEMAKER', '悪用などされなければ、特になんともおもわないのですが、何かあった時に内容にもよりますが、謝罪があれば許すと思います'),
('ORIGINAL', 'COUNTED', 'APPROVED', 1, 'FORGIVE_IF_APOLOGISED', 92, 'AGE_30S', 'FEMALE', 'HOMEMAKER', '腹は立つが、情報流失のリスクをゼロにすることはできないので覚悟しているし、クレームを入れたり取引をやめたところで流失した情報を無かったことにすることはできないから。'),
('ORIGINAL', 'COUNTED', 'APPROVED', 1, 'FORGIVE_IF_APOLOGISED', 93, 'AGE_60S', 'FEMALE', 'PART_TIME', '年金の個人情報漏えいの際「まさか」とは思いましたが、私の情報も洩れていました。お詫びの封書がきましたが、封書がきたので判明した状態でした。お詫びだけで、他企業のように一人に対して幾らかの謝罪金が出るということもなし。そのことに対し、何も行動は起こしていませんが、今でも納得はしていません。'),
('ORIGINAL', 'COUNTED', 'APPROVED', 1, 'FORGIVE_IF_APOLOGISED', 94, 'AGE_20S', 'FEMALE', 'NOT_EMPLOYED', 'この情報社会、情報が絶対漏洩しない保証があるところなんて一つもないので、何らかの事故であれば謝罪があれば許す、です。ただ、故意に漏洩された場合はいくら謝罪があっても即座に取引を絶ちます。');

insert into response (wave, status, comment_public, not_bothered, primary_choice, original_no, age_group, gender, occupation, comment) values
('ORIGINAL', 'COUNTED', 'APPROVED', 1, 'NOT_BOTHERED', 95, 'AGE_40S', 'MALE', 'COMPANY_EMPLOYEE', 'いまの情報流出社会において、プライベートなどないに等しいと思っています。'),
('ORIGINAL', 'COUNTED', 'APPROVED', 1, 'NOT_BOTHERED', 96, 'AGE_20S', 'FEMALE', 'COMPANY_EMPLOYEE', 'クレジットカード番号以外の情報であれば
漏れたところでそんなに被害はないと思うし
不審な電話や請求などあっても
気づくと思うから。
どんなに、強いセキュリティを作っていても
それを壊すことを、生きがいとしている人が
いるかぎり仕方ない。責めても解決しないから
悪用されても騙されない姿勢を身につけるべきだと思う。'),
('ORIGINAL', 'COUNTED', 'APPROVED', 1, 'NOT_BOTHERED', 97, 'AGE_30S', 'FEMALE', 'HOMEMAKER', 'リアルに私の個人情報を漏らされたことがありました。その後謝罪の通知にちょっとしたクオカードをそえての対応で終わりました。以後気を付けてもらえればいいかなと思いました。'),
('ORIGINAL', 'COUNTED', 'APPROVED', 1, 'NOT_BOTHERED', 98, 'AGE_20S', 'FEMALE', 'NOT_EMPLOYED', '特に何もしないと思います。どこまでの情報が漏れたのかわかりませんが'),
('ORIGINAL', 'COUNTED', 'APPROVED', 1, 'NOT_BOTHERED', 99, 'AGE_60S', 'MALE', 'NOT_EMPLOYED', '自分の給与明細が中心のデータでしたので何の価値も有りませんでした。従って何もしませんでした。'),
('ORIGINAL', 'COUNTED', 'APPROVED', 1, 'NOT_BOTHERED', 100, 'AGE_40S', 'FEMALE', 'PART_TIME', '情報が洩れるときは自分以外にも大勢の人が被害にあっているもので、自分一人が何をしたから何か変わるとは思いません。あまり悪質な場合は付き合いを止めるなどしますが、そうでもない限りは無視します。');

insert into tally (wave, status, stop_business, complain, forgive_if_apologised, not_bothered, primary_choice, age_group, gender, occupation, n)
select wave, status, coalesce(stop_business, 9), coalesce(complain, 9), coalesce(forgive_if_apologised, 9), coalesce(not_bothered, 9),
       primary_choice, age_group, gender, occupation, count(*)
from response
group by wave, status, stop_business, complain, forgive_if_apologised, not_bothered, primary_choice, age_group, gender, occupation;
