"""Names and phrases that stand as they are: of the state, with their capitals, and of administrative language."""

# Names written in one way only, capital by capital (NĐ 30/2020/NĐ-CP, Phụ lục II, mục IV và V).
_FIXED = tuple(
    line.strip()
    for line in """
    Ủy ban nhân dân
    Hội đồng nhân dân
    Ủy ban Thường vụ Quốc hội
    Ủy ban Mặt trận Tổ quốc
    Mặt trận Tổ quốc Việt Nam
    Bộ Chính trị
    Ban Bí thư
    Ban Chấp hành Trung ương
    Ban Thường vụ Thành ủy
    Ban Thường vụ Tỉnh ủy
    Ban Thường vụ Đảng ủy
    Thủ tướng Chính phủ
    Phó Thủ tướng Chính phủ
    Chủ tịch Ủy ban nhân dân
    Phó Chủ tịch Ủy ban nhân dân
    Chủ tịch Hội đồng nhân dân
    Phó Chủ tịch Hội đồng nhân dân
    Chủ tịch UBND
    Phó Chủ tịch UBND
    Chủ tịch HĐND
    Phó Chủ tịch HĐND
    Đảng ủy xã
    Đảng ủy phường
    Đảng bộ xã
    Đảng bộ phường
    Văn phòng Chính phủ
    Văn phòng Quốc hội
    Văn phòng Trung ương Đảng
    Tòa án nhân dân
    Công an nhân dân Việt Nam
    Quân đội nhân dân Việt Nam
    Đảng Cộng sản Việt Nam
    Đoàn Thanh niên Cộng sản Hồ Chí Minh
    Đội Thiếu niên Tiền phong Hồ Chí Minh
    Hội Liên hiệp Phụ nữ
    Hội Cựu chiến binh
    Liên đoàn Lao động
    Ngân hàng Nhà nước
    Thanh tra Chính phủ
    Nhà giáo Nhân dân
    Nhà giáo Ưu tú
    Thầy thuốc Nhân dân
    Thầy thuốc Ưu tú
    Nghệ sĩ Nhân dân
    Nghệ sĩ Ưu tú
    Nghệ nhân Nhân dân
    Nghệ nhân Ưu tú
    Anh hùng Lao động
    Anh hùng Lực lượng vũ trang nhân dân
    Chiến sĩ thi đua toàn quốc
    Huân chương Lao động
    Huân chương Độc lập
    Cộng hòa xã hội chủ nghĩa Việt Nam
    Chủ tịch Hồ Chí Minh
    Thành phố Hồ Chí Minh
    """.strip().splitlines()
)
# What the ministries, and the departments of provinces below them, are for since 01/3/2025.
_FIELDS = (
    "Giáo dục và Đào tạo", "Khoa học và Công nghệ", "Nông nghiệp và Môi trường", "Dân tộc và Tôn giáo", "Tài chính",
    "Văn hóa, Thể thao và Du lịch", "Nội vụ", "Tư pháp", "Y tế", "Công Thương", "Xây dựng",
)  # fmt: skip
_OFFICES = (
    "Bộ Công an", "Bộ Quốc phòng", "Bộ Ngoại giao", "Sở Ngoại vụ", "Sở Du lịch", "Sở Văn hóa và Thể thao",
    "Sở Quy hoạch - Kiến trúc", "Phòng Giáo dục và Đào tạo",
)  # fmt: skip
# Associations; in small letters, or of all levels, those of a kind: hội nông dân các cấp.
ASSOCIATIONS = (
    "Hội Nông dân", "Hội Khuyến học", "Hội Cựu giáo chức", "Hội Chữ thập đỏ", "Hội Người cao tuổi", "Hội Luật gia",
    "Hội Nhà báo", "Hội Sinh viên", "Hội Liên hiệp Thanh niên", "Hội Cựu thanh niên xung phong", "Hội Người khuyết tật",
    "Hội Người mù", "Đoàn Thanh niên", "Liên minh Hợp tác xã",
)  # fmt: skip
NAMES = (*_FIXED, *(f"{kind} {field}" for field in _FIELDS for kind in ("Bộ", "Sở")), *_OFFICES, *ASSOCIATIONS)
# Phrases of administrative language that stand as they are; capitals vary with the sentence, commas may be left out.
PHRASES = tuple(
    line.strip()
    for line in """
    cổng thông tin điện tử
    trang thông tin điện tử
    thông tin điện tử
    chính quyền điện tử
    hóa đơn điện tử
    giao dịch điện tử
    chữ ký số
    cổng dịch vụ công quốc gia
    dịch vụ công trực tuyến
    chương trình mục tiêu quốc gia
    quản lý nhà nước
    cơ quan nhà nước
    ngân sách nhà nước
    hành chính nhà nước
    thủ tục hành chính
    cải cách hành chính
    chuyển đổi số
    công nghệ thông tin
    an toàn thông tin mạng
    an ninh mạng
    trí tuệ nhân tạo
    cơ sở dữ liệu
    chính trị - xã hội
    tổ chức chính trị - xã hội
    kinh tế - xã hội
    cơ sở giáo dục
    cơ sở vật chất
    giáo dục và đào tạo
    giáo dục phổ thông
    giáo dục mầm non
    giáo dục thường xuyên
    giáo dục nghề nghiệp
    giáo dục đại học
    giáo dục thể chất
    chương trình giáo dục phổ thông
    phổ cập giáo dục
    xóa mù chữ
    sách giáo khoa
    trung học cơ sở
    trung học phổ thông
    học tập suốt đời
    nâng cao chất lượng
    nâng cao hiệu quả
    nâng cao nhận thức
    phương tiện thông tin đại chúng
    mạng xã hội
    phát triển bền vững
    bạo lực học đường
    đơn vị sự nghiệp công lập
    văn bản quy phạm pháp luật
    cấp có thẩm quyền
    theo quy định của pháp luật
    theo quy định hiện hành
    nhiệm vụ trọng tâm
    phong trào thi đua
    gương điển hình tiên tiến
    tham gia giao thông
    an toàn giao thông
    trật tự, an toàn giao thông
    tai nạn giao thông
    đội mũ bảo hiểm
    hoàn cảnh khó khăn
    hoàn cảnh đặc biệt, khó khăn
    phục vụ hành chính công
    giải quyết thủ tục hành chính
    đồng bào dân tộc thiểu số
    dân tộc thiểu số
    cán bộ, công chức, viên chức
    cán bộ, chiến sĩ
    phòng cháy, chữa cháy
    phòng cháy và chữa cháy
    cứu nạn, cứu hộ
    vệ sinh môi trường
    bảo vệ môi trường
    vệ sinh, an toàn thực phẩm
    an toàn thực phẩm
    phòng, chống dịch bệnh
    phòng, chống ma túy
    phòng, chống tội phạm
    phòng, chống tham nhũng
    phòng, chống đuối nước
    phòng, chống bạo lực gia đình
    chăm sóc sức khỏe
    chăm sóc sức khỏe sinh sản
    bảo hiểm y tế
    bảo hiểm xã hội
    an sinh xã hội
    giảm nghèo bền vững
    nông thôn mới
    xây dựng nông thôn mới
    đời sống văn hóa
    toàn dân đoàn kết xây dựng đời sống văn hóa
    lực lượng vũ trang
    nghĩa vụ quân sự
    phương tiện giao thông
    hệ thống truyền thanh cơ sở
    trung tâm học tập cộng đồng
    tổ dân phố
    tổ chức thực hiện
    tháo gỡ khó khăn, vướng mắc
    khó khăn, vướng mắc
    định danh điện tử
    thanh toán không dùng tiền mặt
    bình đẳng giới
    kế hoạch hóa gia đình
    tiêm chủng mở rộng
    phổ biến, giáo dục pháp luật
    tiếp cận pháp luật
    hòa giải ở cơ sở
    chế độ, chính sách
    người có công với cách mạng
    thanh tra, kiểm tra
    kiểm tra, giám sát
    theo dõi, đôn đốc
    sơ kết, tổng kết
    trên địa bàn phường
    trên địa bàn xã
    trên địa bàn tỉnh
    trên địa bàn thành phố
    thành tích xuất sắc
    hoàn thành xuất sắc nhiệm vụ
    quy định của pháp luật
    theo đúng quy định của pháp luật
    nhiệm vụ được giao
    tình hình thực tế
    tinh thần trách nhiệm
    tạo điều kiện thuận lợi
    công tác tuyên truyền
    triển khai thực hiện
    phối hợp chặt chẽ
    trong thời gian tới
    các tầng lớp nhân dân
    cha mẹ học sinh
    đại diện cha mẹ học sinh
    khen thưởng theo quy định
    điều kiện thực tế
    """.strip().splitlines()
)
# What is left of such a phrase without one of its words and is one of its own.
SHORTER = frozenset(
    line.strip()
    for line in """
    học suốt đời
    quy định của luật
    theo quy định của luật
    theo đúng quy định của luật
    cấp có quyền
    dịch vụ trực tuyến
    trang điện tử
    trang tin điện tử
    ngân hàng nước
    văn phòng hội
    phòng chống bệnh
    bảo vệ trường
    vệ sinh trường
    tổ thực hiện
    phòng chữa cháy
    phòng và chữa cháy
    """.strip().splitlines()
)
