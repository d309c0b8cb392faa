"""Compounds that official prose is full of, and the pairs of words that only look like one of them."""

from __future__ import annotations

from functools import lru_cache
from os import path

from kehoach_cli.language.neighbours import commonness, neighbours

USUAL = commonness(20)

# Those that laws are too dry to have, written down by hand.
COMMON = tuple(
    " ".join(words.split())
    for words in """
    gọi chung, gọi tắt, lãng phí, nỗ lực, như sau, học bạ, đồng thuận, phụ huynh, nhà trường, ý thức, trung học, học
    đường, y tế, kỷ cương, sơ kết, góp ý, tiếp thu, trọng tâm, đổi mới, toàn diện, nhân tạo, chuẩn hóa, khuyến học,
    khu phố, khai giảng, bế giảng, nghỉ hè, năm học, học kỳ, miễn giảm, học phí, hợp tác, thi hành, phẩm chất, tham
    quan, tồn tại, công bằng, người dân, thông qua, trực thuộc, ứng xử, tấm gương, chính quyền, quan điểm, kiện
    toàn, văn nghệ, tin học, hướng nghiệp, văn minh, băng rôn, khẩu hiệu, trường học, giáo khoa, đột phá, hội nhập,
    hiện đại, thông điệp, giao lưu, lưu ý, kết hợp, thiết thực, hấp dẫn, học lực, danh hiệu, bằng khen, trang trí,
    hội viên, mật khẩu, kiến tạo, bình xét, nhi đồng, mẫu giáo, trọng tâm, giả danh, lý tưởng, phong phú, sinh động,
    nhiệt tình, suy nghĩ, vượt khó, khuyến tài, hiếu học, lạng lách, đánh võng, phóng nhanh, vượt ẩu, ách tắc, biển
    báo, quá tải, gắn máy, giao lộ, ngã tư, rượu bia, đua xe, tụ tập, rú ga, nẹt pô, chốt chặn, đưa đón, cổng
    trường, răn đe, quyết liệt, đồng bộ, giải đáp, cẩm nang, thư ngỏ, pa nô, loa đài, truyền thanh, lưu động, chuyên
    mục, phóng sự, tin bài, bản tin, bảng tin, bảng biểu, trang tin, tương tác, bình luận, thước phim, tiểu phẩm, ca
    múa, hội diễn, hội thi, hội thao, hội trại, hái hoa, rung chuông, sân chơi, ngoại khóa, dã ngoại, gian hàng, vấn
    đáp, trao giải, noi gương, học hỏi, cộng tác, hóa giải, bám sát, sâu rộng, rộng khắp, chu đáo, trang trọng, phô
    trương, gắn kết, nhịp nhàng, chung tay, góp sức, hưởng ứng, nêu cao, phát huy, khơi dậy, niềm tin, khát vọng, ý
    chí, nghị lực, vươn lên, tận tụy, nhiệt huyết, năng động, tầm soát, tiêm phòng, sốt rét, sốt xuất, xuất huyết,
    muỗi đốt, lăng quăng, bọ gậy, diệt muỗi, phun thuốc, sát khuẩn, rửa tay, khẩu trang, bùng phát, ổ dịch, tay
    chân, chân miệng, đau mắt, cúm mùa, bạch hầu, ho gà, viêm gan, lao phổi, tim mạch, huyết áp, tiểu đường, đái
    tháo, béo phì, suy dinh, sữa mẹ, khẩu phần, thực đơn, ngộ độc, ôi thiu, nhãn mác, nấu nướng, bếp ăn, bán trú,
    thức ăn, thể chất, thể lực, bơi lội, đuối nước, sơ cứu, hồi sức, y tá, hộ sinh, thai sản, tiền sản, sơ sinh,
    sinh đẻ, tảo hôn, cận huyết, bạo hành, vị thành, người già, bảo trợ, hiến máu, động viên, đền ơn, đáp nghĩa, tri
    ân, dâng hương, nghĩa trang, đài tưởng, tưởng niệm, báo cháy, bình chữa, vòi chữa, thoát nạn, lối thoát, lồng
    sắt, chuồng cọp, dập tắt, dập lửa, ngọn lửa, bén lửa, chập điện, khí gas, bếp ga, dây điện, ổ cắm, cầu dao, sạc
    pin, xe điện, nhà ở, nhà trọ, chung cư, cao tầng, ban công, mưa bão, bão lũ, ngập úng, xâm nhập, nắng nóng, rét
    đậm, rét hại, giông lốc, lốc xoáy, sấm sét, sét đánh, triều cường, thủy văn, kênh mương, cống rãnh, khơi thông,
    số hóa, thông minh, liên thông, đường truyền, băng thông, ký số, trễ hẹn, nhũng nhiễu, đơn thư, tiếp dân, mạo
    danh, đánh cắp, lộ lọt, mã độc, tin giả, chống phá, phản động, sai trái, bịa đặt, nhân phẩm, bắt nạt, riêng tư,
    đề phòng, nhận diện, trình báo, cờ bạc, cá độ, cướp giật, gây rối, pháo nổ, hút thuốc, chất kích, tái nghiện,
    mặc cảm, kỳ thị, ni lông, chôn lấp, đốt rác, ô nhiễm, khói bụi, cảnh quan, sạch đẹp, mỹ quan, chỉnh trang, tổng
    vệ, đường làng, ngõ xóm, ngõ phố, tuyến đường, ao hồ, sông ngòi, kênh rạch, nguồn nước, tái định, kiểu mẫu, sinh
    kế, học nghề, thất nghiệp, dịch tả, lở mồm, trừ sâu, thu hoạch, hàng nhái, giá cả, danh lam, thắng cảnh, lễ
    nghi, mỹ tục, hủ tục, đình chùa, đền thờ, nhà thờ, quy ước, ma chay, cưới hỏi, thanh lịch, lịch sự, giao tiếp,
    lời ăn, gia phong, gia giáo, gia tộc, làng xóm, tình làng, tương thân, tương ái, lá lành, hiếu thảo, kính trọng,
    lễ phép, thầy cô, thầy giáo, cô giáo, bạn bè, con cháu, trẻ thơ, thiếu nhi, chiến binh, công nhân, tầng lớp,
    giai cấp, dân quân, tòng quân, khám tuyển, tuyển quân, giao quân, hậu phương, biển đảo, chủ quyền, tổ quốc,
    thiểu số, ứng cử, hòm phiếu, kiểm phiếu, sách báo, giá sách, phòng đọc, bản quyền, thực hành, bài tập, giáo án,
    giáo trình, sách giáo, tiết học, phòng học, tựu trường, thi cử, nhập học, chuyển cấp, mù chữ, bỏ học, hạnh kiểm,
    trường chuẩn, yêu thương, thấu hiểu, sẻ chia, cảm thông, khích lệ, dìu dắt, năng khiếu, tài năng, đỡ đầu, bảo
    ban, dạy dỗ, nuôi dạy, bảo mẫu, hiệu phó, tổ trưởng, lớp trưởng, chi đội, liên đội, đoàn viên, đội viên, sao
    nhi, lạc bộ, nhà văn, khu dân, tỉnh thành, tinh gọn, nhân sự, nhân lực, chức danh, phân quyền, trang thiết, máy
    chiếu, hội trường, phòng họp, thư mời, mời họp, công văn, phương hướng, ưu điểm, khuyết điểm, chủ quan, huy
    chương, giàu mạnh, phồn vinh, thịnh vượng, toàn cầu, hữu nghị, doanh nhân, tiểu thương, chợ búa, siêu thị, cửa
    hàng, nhà hàng, du khách, thương hiệu, đặc sản, thủ công, ẩm thực, hiếu khách, mến khách, truy thu, nợ đọng,
    chuyển khoản, quét mã, khai sinh, khai tử, sao y, hộ khẩu, nhân khẩu, tường lửa, phòng thủ, đăng nhập, đăng
    xuất, đường dẫn, trang mạng, giao diện, người dùng, cuộc gọi, quấy rầy, tống tiền, hoang mang, lo lắng, bức xúc,
    điểm nóng, dứt điểm, kiên trì, bền bỉ, quyết tâm, cố gắng, then chốt, mũi nhọn, bứt phá, tăng tốc, vun đắp, mức
    sống, ấm no, no ấm, an sinh, dột nát, gương sáng, người tốt, phong cách, chuyển hóa, nêu gương, tiền phong, nhân
    văn, nhân ái, khoan dung, nghĩa tình, thủy chung, son sắt, vẻ vang, tự hào, biết ơn, khắc ghi, công lao, xương
    máu, anh dũng, bất khuất, kiên cường, cân bằng, xử trí, độ tuổi, gián thu, trực thu, già hóa,
    khạc nhổ, diễu hành, tang phục, thước đo, nhà thơ, nhà thờ, nhà văn, câu đối, câu đố, liên thôn, liên xã, lý ảo,
    vạn vật, hàng vạn, nhã nhặn, từ nay, thầy cô, cô giáo, dưới cờ, chào cờ, sách nói,
    tiểu thương, đổi quà, phiên chợ, vẽ tranh, bức vẽ, kể chuyện, điểm tựa, ngày vui, niềm vui,
    cổ vũ, trau dồi, cổ động, minh chứng, thời lượng, trực quan, nhà sàn, phòng sởi, thổi phồng,
    tận tay, tận nơi, tận nhà, chuyên cần, nhà rường, tiện ích, ý kiến, xảy ra, trưởng bản, trông giữ, thương hại,
    đầu năm, dự thi, tổ phó, đề thi, đường dây, điểm thi, kiểm chứng, học liệu, dân lập, cận thị, đầu cấp, cuối cấp,
    điểm số, tiết mục, nhóm trẻ, nhà trẻ, phát động, chính thống, bảng điểm, đồng phục, đồ họa, điểm trường, xe
    buýt, vật lực, trẻ nhỏ, trao thưởng, sở thích, người lớn, nghỉ học, lan can, ký túc, diễn giả, cầu thang, dạy
    giỏi, chuyển trường, bế mạc, bàn ghế, ôn thi, tuyên dương, trường lớp, thôn bản, thu âm,
    sách vở, phụ đạo, khám phá, học tốt, giải nhất, dạy thêm, học thêm, bóng đá, ôn tập, răng miệng, giáo cụ, giao
    thừa, cuốn sách, con em, đón xuân, đèn lồng, điền kinh, xóm làng, tấm lòng, tôn sư, trọng đạo, trang sách, thi
    thử, tan học, sổ điểm, sân trường, say mê, phần thưởng, phần quà, nóng hổi, lạm thu, học trò, thành đạt,
    loăng quăng, luyện thi, hội
    sách, học giỏi, dạy tốt, cờ vua, cầu lông, cong vẹo, thị lực, đông đảo, đồng dao, viếng thăm, thân thế
    """.split(",")
)


# Syllables of daily life that laws hardly have.
_EVERYDAY = """
    bát bốt chè chèo chảo cặn cốm củi dép dê dì dó dốt giâm giũ giậu giặm giặt gánh gáo gò gốm huệ hẹ hồn khạp liềm
    lụa mâm mít mõ mảng mỏng mợ mủng ngách ngụp nhặt nhốt nở oản phèn quýt rá rè rê rụt siêng sênh thím trấu trổ táo
    tứ vè vít vại vần vẹo vịt vụng xiên xám xát xén xép xôi xảo xẻng ót úa đèo đờn
"""


@lru_cache(maxsize=1)
def compounds() -> tuple[str, ...]:
    """Return the compounds that prose is full of, the most frequent first: those counted, then those written down."""
    return (*_counted().split("\n")[:-1], *COMMON)


@lru_cache(maxsize=1)
def _usual() -> frozenset[str]:
    return frozenset((*_EVERYDAY.split(), *_read("everyday.txt").split("\n"), *" ".join(compounds()).split(" ")))


def is_usual(word: str) -> bool:
    """Return whether prose uses a syllable, if only that of daily life; most of the others are slips of one of them."""
    return neighbours().commonness(word) >= USUAL or word in _usual()


def _counted() -> str:
    """Return the list that scripts/lexicon.py has counted in 15 million words of laws, decrees and circulars."""
    return _read("compounds.txt")


def _read(name: str) -> str:
    with open(path.join(path.dirname(__file__), name), encoding="utf-8", newline="\n") as file:
        return file.read()


# Slips that begin or end with a word of grammar, which the other pairs of words are not looked at for, and slips made
# so often that laws have them; with what may follow where the two words are meant: cũng cố gắng.
GRAMMAR_SLIPS = {
    ("cũng", "cố"): ("củng cố", frozenset({"gắng", "tình", "ý", "định", "thủ"})),
    ("nhu", "sau"): ("như sau", frozenset[str]()),
    **{("theo", slip): ("theo dõi", frozenset[str]()) for slip in ("giõi", "rõi", "dỏi", "dọi", "dói")},
    ("cập", "nhập"): ("cập nhật", frozenset[str]()),
    ("chia", "xẻ"): ("chia sẻ", frozenset({"gỗ", "thịt"})),
    ("chia", "sẽ"): ("chia sẻ", frozenset("được do phải bị theo không có là thuộc căn chỉ gồm đều".split())),
    ("sát", "nhập"): ("sáp nhập", frozenset[str]()),
    ("chuẩn", "đoán"): ("chẩn đoán", frozenset[str]()),
    ("năng", "xuất"): ("năng suất", frozenset({"khẩu", "bản", "cảnh"})),
    ("hiệu", "xuất"): ("hiệu suất", frozenset({"khẩu", "bản", "phát"})),
    ("công", "xuất"): ("công suất", frozenset({"khẩu", "bản", "trình", "sắc", "cảnh"})),
}
# Two words that meet, each of another compound: `cá nhân thực hiện` is no `nhận thức`. With i for a y that is one.
MEETING = frozenset(
    " ".join(words.split())
    for words in """
    Lao động gia đình, Làm công ăn lương | Bên cạnh đó, đã tạo công ăn việc làm cho hơn 10, bán độ, bước tới, bần
    thần, bị cắn, ca hai, can bỏ, chăm trẻ, chỉ hủy, con ngươi, con vào, cái thiện, có quận, có sợ, cô sợ, công tắc,
    công ăn, cùng có, cùng cỡ, cũng có, cơ số, cần bỏ, cần bố, cần bổ, cần cù, cứ thế, cứng cáp, dây dù, dã quỳ, dù
    toàn, dạy đủ, dự liệu, gia định, giao thôn, già cả, giả định, gọi thầu, hai cột, hai quân, hai quận, hóa giải,
    học kĩ, học nghe, hội thao, hủ tục, kho học, khá nặng, khó chữa, khô khan, kiểm sát, làm sách, làm thước, lá mì,
    lăng quăng, lấn cấn, lấy máu, lễ tặng, lịch sự, mà sợ, máu đỏ, mô tơ, múc nước, mặt đỏ, mọi giới, mọi lần, mỗi
    bến, mỗi trường, mức tiêu, mực sóng, nam học, nghĩ ngợi, ngoại giáo, người dẫn, nhiều làn, nhà tường, nhãn dán,
    nói đúng, năm họ, nơi dừng, nơi trú, nơi đứng, phản ảnh, phố biển, quân sư, so đo, số đỗ, sữa chua, sự dùng, sự
    đúng, sự đứng, tang tóc, thi đậu, thì đưa, thông tín, thử hỏi, tiếng nó, tiếp thụ, tiệm ăn, trong tạm, trong
    tầm, truyền thông, truyền thống, tráng sạch, trường họp, tuyến đúng, tuần thứ, tìm kim, tình thân, tính dục,
    tương tư, tặng thêm, ung dung, vào lớp, vì dù, vì dự, văn phong, vẫn bán, vẫn dễ, vẫn đông, vẫn đồng, xả hơi, đa
    phương, đi mới, điều chính, điển tích, đoạn kết, đã sợ, đường đạn, địa chí, đồi mồi, đỗ điểm, đỗ đầu, đủ liều,
    đủ luận, đủ toàn, đủ án, đủ ăn
    """.split(",")
)
# Common compounds whose last or first word another begins or ends with: where two of them meet, the word stands twice
# and is meant (hành vi vi phạm, thực hiện hiện đại hóa).
COMPOUNDS = frozenset(
    tuple(compound.split())
    for compound in """
    người dân, người lao, người nghèo, người khuyết, người cao, người bệnh, người dùng, người đọc,
    biểu đồ, biệt danh, trưởng ban, ủy ban, uỷ ban, phó ban, sáng kiến, sáng tạo, sáng suốt, môi trường, an toàn, toàn
    bộ, toàn diện, toàn thể, toàn quốc, đại biểu, biểu quyết, biểu dương, hành vi, vi phạm, trang phục, phục vụ, bí
    mật, mật mã, hội đồng, đồng ý, đồng thời, đồng chí, công chức, viên chức, chức danh, chức vụ, chức năng, chức
    trách, học sinh, sinh viên, sinh hoạt, sinh sống, thực hiện, hiện đại, hiện hành, hiện có, hiện nay, quy trình,
    trình độ, trình duyệt, trình bày, quá trình, chương trình, công trình, vận động, hoạt động, lao động, động viên,
    động lực, đào tạo, tạo nguồn, tạo điều, tạo lập, quyết định, quy định, định mức, định kỳ, định hướng, định giá,
    quản lý, lý lịch, lý luận, lý do, kiểm tra, tra cứu, nghệ nhân, nhân dân, nhân lực, nhân sự, cá nhân, công nhân,
    văn bản, biên bản, bản sao, bản chính, bản ghi, hồ sơ, sơ bộ, sơ đồ, ban hành, hành chính, hành động, hành nghề,
    đại hội, hội viên, hội nghị, tổ chức, cơ sở, sở hữu, nhà trường, trường học, trường hợp, học tập, học viên, học
    phí, cơ quan, quan trọng, quan hệ, thông tin, tin tức, đăng ký, ký kết, phụ trách, trách nhiệm, bảo vệ, vệ sinh,
    dịch vụ, nhiệm vụ, vụ việc, tham gia, gia đình, gia hạn, chuyên môn, môn học, giáo viên, kinh phí, đơn vị, vị trí,
    sử dụng, dụng cụ, áp dụng, dân tộc, dân số, thị trường, thời hạn, hạn chế, thời gian, phí dịch, đất đai, giải
    quyết, quyết toán, công tác, tác phẩm, hợp tác, phát triển, triển khai, triển lãm, xây dựng, dựng lại, cung cấp,
    cấp phép, cấp giấy, cấp xã, trợ cấp, công bố, bố trí, phân bố, tập hợp, hợp đồng, phù hợp, phối hợp, hợp lệ, xử
    lý, tiếp nhận, nhận xét, chứng nhận, nhận thức, xác nhận, kết quả, quả thực, tài chính, chính quyền, chính sách,
    chính thức, tư vấn, vấn đề, thành lập, lập dự, lập hồ, lập kế, lập danh, thuộc tính, tính toán, tính chất, danh
    sách, sách báo, chính phủ, giá trị, trị giá, phân công, công việc, công vụ, xuất bản, bản tin, nhà giáo, giáo dục,
    tiền sử, phân khu, khu vực, triệu tập, tập huấn, công lập, di động, dự phòng, phòng chống, quốc gia, gia súc, đăng
    tải, tải trọng, tuyên truyền, truyền thông, truyền thanh, giao thông, thông báo, thông qua, thể thao, thể dục, y
    tế, kinh tế, tế bào, điều tra, điều hành, hành trình, bằng chứng, chứng minh, chủ nhiệm, thi công, hoàn công, khởi
    công, nội quy, nội địa, địa phương, trở thành, thành viên, hệ thống, thống kê, trực tiếp, tiếp xúc, thông suốt,
    đánh giá, tuân thủ, thủ tục, kiểm định, thẩm định, xác định, sinh năm, sinh ngày, sinh ra, nước ta, hội tụ, truyền
    cảm, truyền miệng, đầu tư, tư nhân, sơ kết, tổng kết, sản xuất, xuất khẩu, chủ quản, biện pháp, pháp luật, phân
    cấp, đô thị, thị xã, sở hữu, khẩn trương, liên thông, vững mạnh, diễn đàn, trình hội, trình ủy, trình cấp, trình
    lãnh, trình chủ, trình phê, trình ban
    """.replace("\n", " ").split(",")
)
# Ends of compounds whose last word may follow once more on its own: hàng không không thường lệ, công nghệ số số 12.
OPEN_TO_THEIR_LAST = frozenset(
    tuple(end.split())
    for end in "hàng không, tiếp theo, đổi số, nghệ số, ký số, tế số, hội số, tảng số, tầng số, mã số".split(", ")
)
# Names of those who do what the same two words say: các tổ chức tổ chức, hộ kinh doanh kinh doanh.
DOERS = frozenset(
    tuple(name.split())
    for name in """
    các tổ chức, những tổ chức, mọi tổ chức, quan tổ chức, hộ kinh doanh, sở kinh doanh
    """.strip().split(", ")
)
