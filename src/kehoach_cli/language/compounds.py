"""Compounds that official prose is full of, and the pairs of words that only look like one of them."""

from __future__ import annotations

# Counted in 12 million words of laws, decrees and circulars: whatever else is spelled like one of these but for its
# marks, or for consonants that many speakers do not tell apart, stands there less than once in 1,500 times.
FREQUENT = tuple(
    " ".join(words.split())
    for words in """
    thực hiện, tổ chức, quản lý, trường hợp, hoạt động, pháp luật, sử dụng, thông tin, quyết định, nhà nước, hồ
    sơ, trách nhiệm, liên quan, cá nhân, thẩm quyền, văn bản, yêu cầu, kiểm tra, nội dung, thời hạn, công nghệ,
    nước ngoài, lao động, điều kiện, ủy ban, bảo hiểm, xây dựng, bảo đảm, quốc gia, giáo dục, xử lý, xã hội, đào
    tạo, hướng dẫn, ngân sách, sản xuất, kết quả, thời gian, an toàn, giải quyết, áp dụng, tham gia, kế hoạch,
    bổ sung, phối hợp, địa phương, phát triển, kỹ thuật, tài liệu, công an, hệ thống, phụ lục, sản phẩm, thủ
    tục, dự án, vi phạm, dữ liệu, trung ương, phù hợp, thiết bị, trực tiếp, chương trình, bộ trưởng, giấy phép,
    khai thác, tòa án, hiệu lực, phê duyệt, kinh phí, căn cứ, giám sát, an ninh, tiêu chuẩn, thành lập, nghĩa
    vụ, điều tra, tiếp nhận, phục vụ, khu vực, xem xét, quốc tế, quốc phòng, chủ trì, đáp ứng, quá trình, nghiên
    cứu, lĩnh vực, kinh tế, xác nhận, chủ tịch, ngân hàng, khiếu nại, dự toán, chấp hành, thỏa thuận, chính
    sách, kiểm soát, thời điểm, nghề nghiệp, chuyên môn, tố cáo, chức năng, giấy tờ, nông nghiệp, quốc hội, khả
    năng, hạ tầng, trung tâm, điều chỉnh, giám đốc, triển khai, thanh tra, thu nhập, tỷ lệ, thiên tai, kịp thời,
    đặc biệt, nông thôn, sức khỏe, thay thế, danh sách, lựa chọn, du lịch, lực lượng, phát sinh, hoàn thành, lợi
    ích, chứng minh, chấm dứt, ưu đãi, cư trú, lệ phí, tiếp tục, vị trí, chấp thuận, trẻ em, rủi ro, thường
    xuyên, tương ứng, xác minh, năng lực, tương đương, trợ giúp, ảnh hưởng, kết luận, trật tự, học tập, ma túy,
    khó khăn, chậm nhất, bắt buộc, tối cao, khối lượng, cam kết, tập trung, duy trì, huấn luyện, kỹ năng, ưu
    tiên, vướng mắc, cảnh sát, trực tuyến, chăm sóc, xét xử, khuyết tật, tìm kiếm, tốt nghiệp, độc lập, khẩn
    cấp, quảng cáo, đột xuất, cứu nạn, hoàn thiện, nguy hiểm, rà soát, yếu tố, phân phối, ứng phó, dự thảo, tập
    huấn, khảo sát, ghi rõ, lãnh thổ, hậu quả, phần mềm, nguồn vốn, tham mưu, tranh chấp, mua sắm, mặt trận,
    chiến sĩ, giảng dạy, sáp nhập, gọi chung, gọi tắt, mô hình, cuộc họp, khuyến khích, tôn giáo, giới thiệu,
    ngăn chặn, biểu mẫu, tất cả, khen thưởng, nguồn gốc, hư hỏng, sắp xếp, chiến lược, phòng ngừa, chất thải,
    cải tạo, liệt sĩ, chia sẻ, máy móc, thù lao, đôn đốc, chủ trương, viết tắt, đặc thù, trò chơi, liên lạc, đạo
    đức, điện thoại, tiết kiệm, phòng cháy, chênh lệch, khác nhau, bầu cử, cử tri, trung bình, bệnh viện, bền
    vững, tăng cường, nuôi dưỡng, tổn thất, trí tuệ, xâm phạm, mạng lưới, bình quân, hành lang, truy cập, chặt
    chẽ, diễn biến, mầm non, đội ngũ, thảo luận, can thiệp, xếp loại, biên soạn, chiến tranh, bất kỳ, phụ nữ,
    lãng phí, sáng tạo, minh bạch, tóm tắt, gắn liền, sai sót, xâm hại, tập luyện, tâm thần, thí nghiệm, lồng
    ghép, ven biển, tín ngưỡng, tinh thần, soạn thảo, giả mạo, nhiệt độ, âm thanh, tích cực, bạo lực, miền núi,
    hủy hoại, vai trò, cải cách, chiều rộng, kịch bản, rút gọn, kháng chiến, quảng bá, hộ nghèo, mang thai, xung
    quanh, sạt lở, rộng rãi, nhanh chóng, đường lối, lâu dài, cháy nổ, chiếu sáng, đơn giản, thiếu hụt, ngập
    lụt, thân thiện, tầm nhìn, cuộc sống, thỏa mãn, nghiêm ngặt, mâu thuẫn, cải thiện, nghiêm túc, nền tảng, đẩy
    mạnh, khuôn khổ, gián đoạn, tiếng nói, ủng hộ, tiềm ẩn, buôn lậu, thất thoát, xuất sắc, hỗ trợ, kỷ niệm, nỗ
    lực, lãnh đạo, giao thông, thanh toán, tuyển dụng, như sau, đề nghị, khách quan, tra cứu, học bạ, đồng
    thuận, phụ huynh, tuyên truyền, học sinh, giáo viên, nhà trường, văn hóa, tuyển sinh, phổ cập, chuyển đổi,
    gương mẫu, điển hình, thi đua, biểu dương, tôn vinh, phát thanh, truyền thông, hiệu quả, ý thức, nhận thức,
    nâng cao, chất lượng, tiểu học, trung học, phổ thông, cộng đồng, nhân dân, gia đình, học đường, dinh dưỡng,
    y tế, kỷ cương, kỷ luật, lối sống, tư tưởng, truyền thống, cách mạng, lịch sử, trải nghiệm, phong trào, cuộc
    thi, bồi dưỡng, hội thảo, tọa đàm, sơ kết, tổng kết, đánh giá, phản ánh, góp ý, tiếp thu, giải trình, cán
    bộ, nhiệm vụ, hình thức, giải pháp, mục tiêu, báo cáo, tổng hợp, thống nhất, trọng tâm, đổi mới, toàn diện,
    nhân tạo, chuẩn hóa, vật chất, nguồn lực, huy động, vận động, đoàn thể, chính trị, thanh niên, khuyến học,
    khu phố, khai giảng, bế giảng, nghỉ hè, năm học, học kỳ, xét tuyển, công lập, miễn giảm, học phí, chế độ,
    phụ cấp, tinh giản, biên chế, củng cố, cải tiến, quy định, đơn vị, hợp tác, thống kê, thi hành, thành viên,
    bao gồm, thay đổi, thu hồi, hòa giải, thiệt hại, mục đích, bố trí, tối thiểu, nêu rõ, chỉ huy, trả lời, sửa
    chữa, khôi phục, kiến nghị, quan tâm, dân tộc, tham nhũng, thủ đoạn, đoàn kết, thể thao, tích hợp, thư viện,
    nội trú, bình đẳng, vệ sinh, phẩm chất, tham quan, sự kiện, tai nạn, tồn tại, nguyên nhân, khắc phục, phân
    công, cụ thể, chính xác, trung thực, dân chủ, công bằng, người dân, đảng viên, thông qua, chuyên gia, sửa
    đổi, ban hành, trực thuộc, ứng xử, doanh nghiệp, kinh doanh, thực phẩm, chi phí, hành vi, đầy đủ, giá trị,
    điều lệ, địa điểm, giao dịch, liên hiệp, thương mại, tội phạm, địa chỉ, thu thập, phổ biến, dịch bệnh, tuân
    thủ, phiên họp, nhu cầu, thành phần, tuyển chọn, đối thoại, tập thể, giải thích, chủ yếu, phục hồi, niêm
    yết, xử phạt, nghỉ hưu, tiếp xúc, nguyện vọng, phức tạp, mô tả, xúc tiến, vui chơi, so sánh, đời sống, mở
    rộng, nghiêm cấm, ngôn ngữ, giảm thiểu, tôn trọng, giúp đỡ, thúc đẩy, ngăn ngừa, cạnh tranh, trúng tuyển,
    giữ gìn, rèn luyện, cha mẹ, tương lai, lành mạnh, mong muốn, nhắc nhở, lứa tuổi, tấm gương, chính quyền, hội
    nghị, nghị quyết, quan điểm, nhân rộng, tiêu biểu, sinh viên, hoàn cảnh, lan tỏa, bữa ăn, kiện toàn, văn
    nghệ, cập nhật, kiểm định, ngoại ngữ, tin học, lớp học, bài giảng, dạy học, dạy nghề, hướng nghiệp, nếp
    sống, văn minh, băng rôn, khẩu hiệu, tệ nạn, trường học, ngành nghề, giáo khoa, tiên tiến, quán triệt, đột
    phá, hội nhập, hiện đại, bản sắc, thông điệp, giao lưu, di tích, di sản, bảo tồn, lưu ý, khởi nghiệp, giảm
    nghèo, hạn chế, kinh nghiệm, kết hợp, chủ động, linh hoạt, thiết thực, hấp dẫn, công khai, tâm lý, học lực,
    thành tích, danh hiệu, huân chương, bằng khen, giấy khen, bài viết, hình ảnh, tin tức, phát sóng, biên tập,
    truyền hình, áp phích, trang trí, hành khách, hội viên, công chức, viên chức, công dân, hiệu trưởng, chủ
    nhiệm, xuyên tạc, mật khẩu, lừa đảo, chiếm đoạt, cảnh giác, kiến tạo, tài trợ, nghiệm thu, bãi bỏ, trưng
    cầu, bình chọn, bình xét, đại hội, thiếu niên, nhi đồng, mẫu giáo, sư phạm, quy chế, quy tắc, liên kết, phân
    luồng, trọng tâm, giả danh, phấn đấu, lý tưởng, phong phú, sinh động, nhiệt tình, suy nghĩ, vượt khó, khuyến
    tài, hiếu học, tự giác, dư luận
    """.split(",")
)
# Slips that begin or end with a word of grammar, which the other pairs of words are not looked at for, and what may
# follow where the two words are meant: cũng cố gắng.
GRAMMAR_SLIPS = {
    ("cũng", "cố"): ("củng cố", frozenset({"gắng", "tình", "ý", "định", "thủ"})),
    ("nhu", "sau"): ("như sau", frozenset[str]()),
}
# Two words that meet, each of another compound: `cá nhân thực hiện` is no `nhận thức`. With i for a y that is one.
MEETING = frozenset(
    " ".join(words.split())
    for words in """
    hình thực, kí niêm, bao cao, hủy động, can bỏ, nhiệm vũ, đủ ăn, đủ toàn, âm thành, hộ số, vật chặt, chuyển
    đội, tuyển đúng, điều chính, ứng hỗ, tính gian, nơi dừng, nhiệt do, giấy tổ, cũ trừ, dự liệu, hồ số, bởi
    đường, chung học, chế đó, chế đo, chế đồ, chế do, cả nhân, cả nhận, cả nhãn, cá nhận, công ăn, cần bỏ, cần
    bố, cần bổ, cần cụ, cước thì, danh gia, dù toàn, gia định, giả định, giá định, giấy trình, họ số, học kĩ, hố
    số, hộ sở, hội thao, y thực, ý thực, lịch sự, mức tiêu, nam học, nhân thực, nhãn thực, nhãn thức, nhận thực,
    nhận dẫn, nhận dán, nhân dẫn, năng cao, nơi đứng, phản ảnh, phố cấp, phố thông, phố thống, phát thành, phủ
    cấp, phủ hợp, qua trình, ra đình, số kết, sở kết, sự dùng, sự đúng, sư đúng, thành niên, thành toàn, thì
    đưa, thống tin, thống tín, thông tín, thăm gia, thức hiện, tiêu học, tiếp thụ, toàn điện, toán diễn, toán
    diện, toán điện, trong tạm, trong tầm, truyền thông, truyền thống, tuyến dùng, tuyến đúng, tuyến sinh, tuyến
    truyền, tính gián, từ tương, tự tương, tư tương, tử tương, van đóng, vấn đồng, vẫn đồng, vẫn bán, vì phạm,
    xét sử, để nghỉ, định đương, định đường, đổi môi, đổi mối, đủ liều, đủ án, trường họp, trưởng hợp, công lắp,
    công đóng, công đồng, chỉnh trị, chuyển đối, biến chế, biến chè, chuẩn hòa, sát nhận, sát nhập, cùng có,
    cũng có, cùng cơ, cứng có, cùng cỡ, cung có, cúng có, chia xẻ, sản phạm, lạnh đào, thi đa, giao thôn, truyền
    thôn, năm họ, đơn giả, miễn giả, tiếng nó, nhà tường, cuộc họ, xã hộ, phổ thôn, hủ tục, thẩm quân, đi mới,
    tìm kim, sữa đối, thủ viện, đợt xuất, sự đứng, chú trị, kiểm sát, chuyển đi, đa phương, cách mang, cư thể,
    sửa đối, vạn đồng, nhiệm thu, thu viện, nguyên nhãn, tòa đảm, huống dẫn, phổ thôn, kiểm ra, thanh ra, kiện
    nghỉ, thẩm những, thẩm nhưng, quan tạm, quản tạm, thư đoàn, hóa giải, nếu rõ, đoạn kết, nơi trú, binh đang,
    về sinh, phạm chất, khác phục, phần công, phán công, phận công, cứ thế, dẫn chủ, cộng bằng, người dẫn, dạng
    viên, trúc thuộc, ứng sử, chuyển giá, bàn hành, bản hành, nhận dẫn, nhân dẫn, nhân dàn, nhãn dán, bỏ trị,
    thành phân, phố biển, cấp nhất, học bóng, báo gồm, thì hành, thay dõi, thu hội, chỉ hủy, trả lợi, nguyện
    nhận, gia đánh, giá đánh, giá danh, gia danh, phần đầu, phần đấu, phận đầu, lí tương, phòng phụ, phòng phù,
    sự kiến, đủ luận, tứ giác, thể thảo, thể tháo, hợp tắc, bảo gồm, dẫn tốc, dần tốc, thành viện, tại nạn, công
    đông, nghỉ quyết, hội viện, học lục, hiệu học, chỉnh xác, thông quá, thống quá, bình đang
    """.split(",")
)
# Common compounds whose last or first word another begins or ends with: where two of them meet, the word stands twice
# and is meant (hành vi vi phạm, thực hiện hiện đại hóa).
COMPOUNDS = frozenset(
    tuple(compound.split())
    for compound in """
    sáng kiến, sáng tạo, sáng suốt, môi trường, an toàn, toàn bộ, toàn diện, toàn thể, toàn quốc, đại biểu, biểu
    quyết, biểu dương, hành vi, vi phạm, trang phục, phục vụ, bí mật, mật mã, hội đồng, đồng ý, đồng thời, đồng
    chí, công chức, viên chức, chức danh, chức vụ, chức năng, chức trách, học sinh, sinh viên, sinh hoạt, sinh
    sống, thực hiện, hiện đại, hiện hành, hiện có, hiện nay, quy trình, trình độ, trình duyệt, trình bày, quá
    trình, chương trình, công trình, vận động, hoạt động, lao động, động viên, động lực, đào tạo, tạo nguồn, tạo
    điều, tạo lập, quyết định, quy định, định mức, định kỳ, định hướng, định giá, quản lý, lý lịch, lý luận, lý
    do, kiểm tra, tra cứu, nghệ nhân, nhân dân, nhân lực, nhân sự, cá nhân, công nhân, văn bản, biên bản, bản
    sao, bản chính, bản ghi, hồ sơ, sơ bộ, sơ đồ, ban hành, hành chính, hành động, hành nghề, đại hội, hội viên,
    hội nghị, tổ chức, cơ sở, sở hữu, nhà trường, trường học, trường hợp, học tập, học viên, học phí, cơ quan,
    quan trọng, quan hệ, thông tin, tin tức, đăng ký, ký kết, phụ trách, trách nhiệm, bảo vệ, vệ sinh, dịch vụ,
    nhiệm vụ, vụ việc, tham gia, gia đình, gia hạn, chuyên môn, môn học, giáo viên, kinh phí, đơn vị, vị trí, sử
    dụng, dụng cụ, áp dụng, dân tộc, dân số, thị trường, thời hạn, hạn chế, thời gian, phí dịch, đất đai, giải
    quyết, quyết toán, công tác, tác phẩm, hợp tác, phát triển, triển khai, triển lãm, xây dựng, dựng lại, cung
    cấp, cấp phép, cấp giấy, cấp xã, trợ cấp, công bố, bố trí, phân bố, tập hợp, hợp đồng, phù hợp, phối hợp,
    hợp lệ, xử lý, tiếp nhận, nhận xét, chứng nhận, nhận thức, xác nhận, kết quả, quả thực, tài chính, chính
    quyền, chính sách, chính thức, tư vấn, vấn đề, thành lập, lập dự, lập hồ, lập kế, lập danh, thuộc tính, tính
    toán, tính chất, danh sách, sách báo, chính phủ, giá trị, trị giá, phân công, công việc, công vụ, xuất bản,
    bản tin, nhà giáo, giáo dục, tiền sử, phân khu, khu vực, triệu tập, tập huấn, công lập, di động, dự phòng,
    phòng chống, quốc gia, gia súc, đăng tải, tải trọng, tuyên truyền, truyền thông, truyền thanh, giao thông,
    thông báo, thông qua, thể thao, thể dục, y tế, kinh tế, tế bào, điều tra, điều hành, hành trình, bằng chứng,
    chứng minh, chủ nhiệm, thi công, hoàn công, khởi công, nội quy, nội địa, địa phương, trở thành, thành viên,
    hệ thống, thống kê, trực tiếp, tiếp xúc, thông suốt, đánh giá, tuân thủ, thủ tục, kiểm định, thẩm định, xác
    định, đầu tư, tư nhân, sơ kết, tổng kết, sản xuất, xuất khẩu, chủ quản, biện pháp, pháp luật, phân cấp, đô
    thị, thị xã, sở hữu, khẩn trương, liên thông, vững mạnh, diễn đàn, trình hội, trình ủy, trình cấp, trình
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
