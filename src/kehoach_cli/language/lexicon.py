"""Words and what may stand beside them: true reduplications, loan words, words of grammar, abbreviations."""

# Doubled on purpose (rule of grammar: từ láy hoàn toàn, lặp để chỉ số nhiều hoặc nhấn mạnh).
REDUPLICATED = frozenset(
    """
    luôn thường ngày người nhà đời nơi lớp ngành xóm làng hàng tầng chiều đêm sáng tối tháng dần từ mãi hoài đều
    rất xa gần lâu xanh đo đỏ vàng trăng trắng tim hồng nho nhỏ nhẹ khẽ chầm chăm hay vui đông cao thấp êm ngoan
    song ào rào ầm tăm tít vơi đau nhanh chậm rõ đâu gì ai ngay chuồn bươm ba rưng
    lăm phăng khăng đùng lừng vành đinh chung
    xinh nhỏ tròn cong ngang mờ mềm ấm mát cay chua thơm tím nâu xám đen hiền buồn cười nói khóc thùng hiu quanh oang
    vù lù khư kè lâng hầm hằm hừng phừng rành rần trừng tưng đăm chằm hây nao ngầm phăm tà thênh trân xăm boong keng
    tùng cắc rì chang rung rè chôm cào
    """.split()
)
# What stands before a word to make another of it, and is no slip there: doanh nghiệp siêu nhỏ.
PREFIXES = frozenset("siêu phi vô liên tái đồng phó bán tiền hậu cận đa".split())
# A word with these letters never closes one compound and opens the next: doubled, it is a slip.
FUNCTION_WORDS = frozenset(
    """
    về của và các cho với trong là để được từ đến tới tại theo có không do bởi những trên dưới này đó khi nếu mà
    thì cũng đã đang sẽ như hoặc hay vào ra rằng nhằm qua giữa sau trước vì một việc cùng bằng phải cần nên chưa còn
    """.split()
)
# Other words that stand by themselves, outside of compounds.
FREE_WORDS = frozenset(
    """
    năm ngày giờ tháng quý số người làm mỗi lần xã phường tỉnh thôn trường lớp em trẻ tin bài gồm đồng mọi từng hai ba
    bốn sáu bảy tám chín mười nơi rõ đúng quyền tốt nhất kèm gửi đăng nộp mời họp đọc viết nghe nói hơn ít nhiều mới cũ
    hội đoàn nguồn việc sự tỷ triệu nghìn trăm giúp tại xem chọn đưa lấy nêu gây mở nhà đây khác nhau ngắn lễ
    """.split()
)
# Loan words, those of the country's other languages too, and shortened ones: with Vietnamese letters, no syllables.
# Words of rare use that another is like but for hỏi or ngã.
RARE = frozenset(
    """
    bõ bẫm chão chửa cũi cẫng cỡi dả gảy gở hão hẽm hể hổn loảng lõng lải lảo lẩy lỉnh lỏi lỏm lỡm lủng lử lữa lững
    mõm mủi nả quỉ rĩ rữa sãi sõi sẩm sỗ thãi thũng thẽ trỗ tẽ viển vảng đễ
    """.split()
)
LOANS = frozenset(
    """
    ôtô môtô đôla cácbon ôxi ôxy hyđrô vácxin vắcxin xêri prôtêin axít ximăng côngtenơ tivi viđêô lôgích lôgic
    sôcôla cafê ampe rađiô ápphích căngtin gam ki lô mét karaôkê karaokê pianô ghita oát vôn ốt kilôgam kilômét
    milimét mililít hécta panô kêpi phôtô sêri điêzen nitơ nơtron blốc rađa lôgíc iốt đắk
    piêu pỉnh pịa pía pơ páo poọc puồng păng pẻng mọoc cóoc bloóc klông tơrưng đhâm zèng
    """.split()
)
# How a unit of measure begins: 40 µg.
MICRO = "\u00b5\u03bc"
# Units and short forms without a vowel.
UNITS = frozenset(
    """
    km kg mg cm mm dm ml hl kw kv kwh mw gb mb kb tb gr hz db vv tr tp tx tt stt sl sn hs gv cb ths ts pgs gs nxb vd
    cs dl ks bs cn lv xh nd hd kt vp bt dt xl kh sp bc tc th mp pdf html http https www xlsx docx txt jpg png csv sms
    mms tv cd dvd vtv nv nst vn
    """.split()
)
# Words of small ASCII letters that would be a Vietnamese syllable if only they had a tone mark.
FOREIGN = frozenset("chat chip top hot kit set pop hop tip cup vip net rap bit fit pit dot got chef gif".split())

# Behind these the small word bộ, sở, ban, phòng ends another: cán bộ y tế, cơ sở y tế, Trưởng phòng Kinh tế.
OPEN_COMPOUNDS = frozenset("cơ trụ cán toàn quốc trưởng phó đảng nội tiến đồng cục công lược phân căn cổ".split())
# Abbreviations that need no explanation in an official document.
KNOWN_ABBREVIATIONS = frozenset(
    """
    VAT UBND HĐND MTTQ UBMTTQ THCS THPT TP TW TƯ VN QĐ NĐ TT KH BC CT NQ VT TM KT TL TUQ QH CP TTg ĐT AI IT ICT CNTT QR
    SMS GIS STEM ASEAN UNESCO UNICEF WHO ISO PDF KPI OECD PISA IELTS TOEIC TOEFL VNPT USB TV HIV AIDS COVID ODA FDI
    USD EU VND GDP WTO TNHH TCVN QCVN GPS LED FM HS CSDL OK SOS PCCC ATGT BHXH BHYT QPAN LLVT ANTT XHCN CNXH CNH HĐH
    TNCS TDTT VHTT VHTTDL KHCN TNMT PT CEO CLB OA
    UN WWF UNDP UNFPA ILO FAO IMF WB ADB APEC NATO OPEC IMO IAEA ICRC JICA USAID GIZ NGO FIFA AFC IUCN UNEP IOM
    VTV VTC VOV HTV VCTV EVN FPT BIDV OCOP HACCP MTV MC VIP ATM POS OTP SIM IP URL HTML NFC RFID API LAN WAN VPN WIFI
    CPU RAM ROM SSD HDD LCD HD CD DVD VCD DNA ADN UV BMI SWOT EUR JPY CNY GBP VNĐ AA AAA XL XS
    """.split()
)
# What is measured in these needs no explanation behind a number: 12 MW.
MEASURES = frozenset("MW GW KW KWH MWH KV KVA MVA PB TB GB MB KB HP DPI PPM BTU RPM".split())
# Those that every plan is full of: one letter of them wrong is a slip.
COMMON_ABBREVIATIONS = ("UBND", "HĐND", "MTTQ", "THCS", "THPT", "CNTT", "BHYT", "BHXH", "ANTT", "TDTT")
# What the word Luật is followed by when no law is named: "Luật này", "Luật có hiệu lực".
AFTER_LAW = frozenset(
    """
    này có được và hoặc hay của do đã về trên mới là thì cũng không phải để theo từ quy sửa bổ ban thay khác nêu hiện
    với tại số gốc đó trong sẽ cần còn đang liên chuyên khung sư pháp gia định nói cho như khi bởi vào ở ra đến tới
    nước riêng chung cơ nào chưa đều cùng hợp rừng ngày
    """.split()
)
# What opens a clause and is no name: with a capital behind `;` it is a slip.
OPENERS = tuple(
    " ".join(line.split())
    for line in """
    Thông qua, Thực hiện, Tăng cường, Đẩy mạnh, Phối hợp, Các, Những, Việc, Trong, Theo, Tổ chức, Xây dựng, Tiếp tục,
    Nâng cao, Tham gia, Đồng thời, Qua, Và, Với, Về, Từ, Tại, Nhằm, Để, Có, Không, Được, Kịp thời, Chủ động, Tích cực,
    Thường xuyên, Bảo đảm, Đảm bảo, Phát huy, Hoàn thiện, Củng cố, Duy trì, Triển khai, Kiểm tra, Giám sát, Góp phần,
    Tập trung, Chú trọng, Mở rộng, Khuyến khích, Vận động, Tuyên truyền, Cung cấp, Cập nhật, Ban hành, Rà soát, Đề xuất,
    Tham mưu, Bồi dưỡng, Phát triển, Đổi mới, Hướng dẫn, Chỉ đạo, Theo dõi, Đôn đốc, Đăng tải, Lồng ghép, Lựa chọn,
    Đánh giá, Biểu dương, Tôn vinh, Phổ biến, Quán triệt, Quản lý, Sử dụng, Khai thác, Hỗ trợ, Huy động, Đầu tư,
    Quan tâm, Tạo, Giới thiệu, Phát hiện, Phản ánh, Bố trí, Chuẩn bị, Kết hợp, Phân công, Xác định, Khắc phục,
    Chấn chỉnh, Xử lý, Phòng ngừa, Ngăn chặn, Tiếp nhận, Thu hút, Lan tỏa, Nhân rộng, Biên soạn, Biên tập, Rèn luyện,
    Trang bị, Cải thiện, Đáp ứng, Giữ gìn, Bảo vệ, Ưu tiên, Hoàn thành, Ghi nhận, Thống kê, Công khai, Chủ trì,
    Tham dự, Chấp hành, Tuân thủ, Nghiên cứu, Trao đổi, Chia sẻ, Kết nối, Thông tin, Giao, Gắn, Tổng hợp, Điều chỉnh,
    Mọi, Mỗi, Nếu, Khi, Sau khi, Trước khi, Đối với, Do, Vì, Bên cạnh, Ngoài ra, Riêng, Cùng với, Nhờ, Nhất là,
    Đặc biệt, Người đứng, Người dân, Người học, Học sinh, Phụ huynh, Giáo viên, Hình thức, Kết quả, Kinh phí, Công tác,
    Thời gian, Chất lượng, Một số, Nhiều, Cha mẹ, Đơn vị, Đối tượng, Thời điểm, Địa điểm, Thành phần,
    Nguyên tắc, Yêu cầu, Phạm vi, Mức
    """.split(",")
)
# What stands before the people and the state when they are meant themselves, not a kind of organ.
BEFORE_PEOPLE = (
    "của, cho, với, và, phục vụ, vận động, tầng lớp, quần chúng, trong, đối với, tới, đến, giúp, do, đời sống, "
    "động viên, toàn thể, đông đảo"
).split(", ")
BEFORE_PARTY = ("của", "do", "chủ trương", "đường lối", "nghị quyết", "theo", "với")
FAMILIES = (
    "Nguyễn, Trần, Lê, Phạm, Hoàng, Huỳnh, Phan, Vũ, Võ, Đặng, Bùi, Đỗ, Hồ, Ngô, Dương, Lý, Đinh, Trương, Đoàn, Lâm, "
    "Mai, Tô, Hà, Cao, Chu, Lương, Trịnh, Đào, Thái, Tạ"
).split(", ")
# How a ward named for a person, a victory or a date begins: its common noun is a part of the name.
NAMED_FOR = (
    "Nguyễn, Trần, Lê, Lý, Phạm, Phan, Hoàng, Huỳnh, Võ, Vũ, Ngô, Đinh, Đặng, Bùi, Đỗ, Hồ, Dương, Trương, Tôn, "
    "Cao, Chu, Mai, Tô, Thái, Hai Bà, Bà, Quang Trung, Điện Biên, Cách mạng, Ba Tháng, Lam Sơn, "
    "Bạch Đằng, Gia Long, Phù Đổng"
).split(", ")
# Pairs of terms that are joined by a dash with spaces.
JOINED = frozenset(
    " ".join(terms.split())
    for terms in """
    kinh tế - xã hội, văn hóa - xã hội, chính trị - xã hội, xã hội - nghề nghiệp, quốc phòng - an ninh, văn hóa - thông
    tin, văn hóa - nghệ thuật, dân số - kế hoạch, tài chính - kế hoạch, kế hoạch - tài chính, lao động - thương binh,
    giáo dục - đào tạo, khoa học - công nghệ, văn hóa - thể thao
    """.split(",")
)
