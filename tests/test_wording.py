"""The wording checks: each finds its kind of mistake on the very words, and says nothing of its near-misses."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kehoach_cli.checks.wording.run import all_rules
from kehoach_cli.checks.wording.speaking import SPEAKS_FOR
from kehoach_cli.language import telex
from kehoach_cli.language.numbers import read_number
from kehoach_cli.language.syllables import is_syllable, tone_style, with_tone, without_style
from kehoach_cli.language.vni import decoded
from kehoach_cli.location import Located, Location
from kehoach_cli.source.letters import Letters
from kehoach_cli.source.reader import read
from tests.conftest import REPOSITORY
from tests.edit import replace

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Kehoach

TOPICS = "topics/01-nhom.yaml"
FIRST, SECOND = "Tuyến thông tin về chính sách.", "Bài viết về chính sách."

# A sentence that stands as a product of the small plan; the words that must be pointed at are in ⟦ ⟧.
FOUND = [
    ("KH545", "Tổng kết trong ⟦tháng 15⟧, rút kinh nghiệm."),
    ("KH545", "Hoàn thành trong ⟦tháng 13⟧/2026 ở các trường."),
    ("KH545", "Ngày ⟦32/5⟧, tổ chức ngày hội đọc sách."),
    ("KH531", "Đưa tin về ⟦Thành Phố⟧ Hà Nội."),
    ("KH532", "Theo chỉ đạo ⟦của chính phủ⟧ về chuyển đổi số."),
    ("KH505", "Thực hiện từ năm 202⟦l⟧ đến nay."),
    ("KH513", 'Hưởng ứng ⟦"⟧Bình dân học vụ số” trong toàn dân.'),
    ("KH541", "Theo Nghị quyết số ⟦71-QN/TW⟧ ngày 22/8/2025 của Bộ Chính trị về đột phá phát triển giáo dục."),
    ("KH566", "Kinh phí từ ngân sách ⟦xã⟧ năm 2026."),
    ("KH503", "Vận động học sinh ⟦tham ra⟧ bảo hiểm y tế."),
    ("KH503", "Nhà trường ⟦năng cao chất lượng⟧ dạy học."),
    ("KH505", "Các trường xem ⟦I⟧ại hồ sơ."),
    ("KH505", "Mỗi tháng ít nhất ⟦O⟧2 buổi."),
    ("KH505", "Bảo đảm ⟦l⟧00% học sinh tham gia."),
    ("KH503", "Khó khăn ⟦khắc phụ⟧ kịp thời."),
    ("KH503", "Lấy ⟦ý kiếm⟧ cha mẹ học sinh."),
    ("KH503", "⟦Chia sẽ⟧ kinh nghiệm, nâng cao chất lượng."),
    ("KH503", "Trao ⟦học bỗng⟧ cho học sinh nghèo."),
    ("KH503", "Tập thể lớp ⟦dành giải nhất⟧ cuộc thi."),
    ("KH503", "⟦Tôn trong bản quyền⟧ trên mạng."),
    ("KH501", "Giúp ⟦người người⟧ dân hiểu chính sách."),
    ("KH539", "Thực hiện chỉ tiêu năm 2026 của ⟦UBND quận⟧ Mẫu."),
    ("KH539", "Cổ vũ các trường ⟦của huyện⟧."),
    ("KH566", "Báo cáo lãnh đạo UBND ⟦xã⟧, các trường học."),
    ("KH541", "Triển khai Công văn số ⟦12/CV-SGDĐT⟧ ngày 02/02/2026 của Sở Giáo dục và Đào tạo về tuyển sinh."),
    ("KH542", "Theo Thông tư số ⟦29/2024/TT-BGDĐT⟧ ngày 30/12/2024 quy định về dạy thêm, học thêm."),
    ("KH542", "Theo Nghị định số ⟦238/2025/NĐ-CP⟧ ngày 03/9/2025 Chính phủ quy định về học phí."),
    ("KH505", "Đạt 1⟦OO⟧% số trường tham gia."),
    ("KH505", "Vận động ⟦phong2⟧ bệnh cho trẻ."),
    ("KH502", "Trưng bày ⟦taị⟧ nhà văn hóa."),
    ("KH541", "Theo Công văn số ⟦145 /SGDĐT-VP⟧ ngày 09/3/2026 của Sở Giáo dục và Đào tạo về tuyển sinh."),
    ("KH541", "Theo Công văn số ⟦145/SGDĐT -VP⟧ ngày 09/3/2026 của Sở Giáo dục và Đào tạo về tuyển sinh."),
    ("KH541", "Theo Nghị quyết số ⟦218/2025/QH-15⟧ ngày 10/12/2025 của Quốc hội về giáo dục."),
    ("KH541", "Theo Nghị quyết số ⟦218/2025/QH 15⟧ ngày 10/12/2025 của Quốc hội về giáo dục."),
    ("KH507", "Mỗi tuần một ⟦quyễn⟧ sách cho học sinh."),
    ("KH507", "Vận động người chưa biết ⟦chử⟧, người nghèo."),
    ("KH503", "Bố trí ⟦chổ ngồi⟧ cho học sinh."),
    ("KH503", "Phòng, chống ⟦lảng phí⟧ trong trường học."),
    ("KH501", "Tổ chức khám ⟦mắt mắt⟧ cho học sinh."),
    ("KH502", "Số liệu của mỗi ⟦qúy⟧ được chốt sớm."),
    ("KH531", "Thực hiện phổ cập giáo dục ⟦Tiểu học⟧ đúng độ tuổi."),
    ("KH524", "Kiện toàn Ban Chỉ đạo phường; phân công ⟦Ban chỉ đạo⟧ của phường."),
    ("KH541", "Theo Kế hoạch số ⟦05/KHSGDĐT⟧ ngày 05/01/2026 của Sở Giáo dục và Đào tạo về truyền thông."),
    ("KH532", "Giới thiệu nhà giáo Nguyễn ⟦văn⟧ Nhã, người ba mươi năm gắn bó với lớp học."),
    ("KH532", "Phóng sự về cô giáo Lê ⟦thị⟧ Hồng Gấm và lớp học."),
    ("KH532", "Dạy ⟦tiếng anh⟧ trong trường học."),
    ("KH537", "Tổ chức vui ⟦Tết trung thu⟧ cho trẻ em."),
    ("KH531", "Trẻ em học lớp ⟦Mầm non⟧ năm tuổi."),
    ("KH534", "Tuyên truyền ⟦Luật Nhà Giáo⟧ tới giáo viên."),
    ("KH503", "Việc ⟦theo giõi⟧ báo chí, dư luận xã hội."),
    ("KH541", "Theo Thông tư số ⟦29/2024/BGDĐT⟧ ngày 30/12/2024 của Bộ Giáo dục và Đào tạo về dạy thêm."),
    ("KH541", "Theo Quyết định số ⟦131/TTg⟧ ngày 25/01/2022 của Thủ tướng Chính phủ về chuyển đổi số."),
    ("KH536", "Mở lớp học bơi miễn phí; ⟦Đối tượng⟧ ưu tiên là trẻ em."),
    ("KH552", "Ngành GDĐT, Sở GDĐT, Phòng GDĐT, khối GDĐT, quỹ GDĐT, cụm ⟦GĐDT⟧ cùng làm (GDĐT là giáo dục, đào tạo)."),
    ("KH503", "Do cơ quan có ⟦thẩm quyn⟧ ban hành."),
    ("KH502", "Số liệu của mỗi ⟦quys⟧ được chốt vào ngày 14."),
    ("KH502", "Ghi chép số lượt mượn ⟦sachs⟧ của từng lớp."),
    ("KH502", "Tập trung vào dịp tuyển sinh và ⟦giịp⟧ khai giảng."),
    ("KH502", "Hệ thống truyền thanh của phường, loa của ⟦ph ường⟧."),
    ("KH502", "Tăng cường công tác ⟦tru yền⟧ thông chính sách."),
    ("KH505", "Các đơn vị chủ ⟦đông5⟧ triển khai."),
    ("KH505", "Không ⟦đô4⟧ xe trước cổng trường."),
    ("KH503", "Tăng cường hoạt động ⟦dáo dục⟧ của trường."),
    (
        "KH501",
        "Bài về lớp đọc sách của các trường, tin về buổi trao giải ⟦về lớp đọc sách của các trường, tin về buổi trao giải⟧.",
    ),
    ("KH503", "Trao thưởng cho các cháu ⟦học giói⟧ cuối năm."),
    ("KH503", "Chấn chỉnh tình trạng ⟦day thêm⟧ trong trường."),
    ("KH503", "Theo hướng dẫn của ⟦Sở Giáo dục Đào tạo⟧ và các trường."),
    ("KH503", "Chỉ đạo của ⟦Bộ Giáo dục Đào tạo⟧, Thành ủy về giáo dục."),
    ("KH536", "Tin được kiểm chứng trước khi đăng; ⟦Mọi⟧ sai sót được sửa ngay."),
    ("KH536", "Tin được kiểm chứng trước khi đăng; ⟦Người đứng⟧ đầu đơn vị chịu trách nhiệm."),
    ("KH531", "Theo chỉ đạo của UBND ⟦Hà nội⟧ về giáo dục."),
    ("KH541", "Theo Nghị định số ⟦238/NĐ-CP⟧ ngày 03/9/2025 của Chính phủ về học phí."),
    ("KH541", "Theo Thông tư số ⟦29/TT-BGDĐT⟧ ngày 30/12/2024 của Bộ Giáo dục và Đào tạo về dạy thêm."),
    ("KH523", "Kết quả dạy và học trong ⟦năm 2026-2027⟧ của trường."),
    ("KH502", "Các trường tham gia ⟦thogn⟧ tin."),
    ("KH502", "Các trường tham gia chuong ⟦trihn⟧."),
    ("KH503", "Thực hiện nghĩa vụ trong ⟦quận đội⟧ nhân dân."),
    ("KH502", "Phát động ⟦phomg⟧ trào thi đua trong nhà trường."),
    ("KH502", "Cung cấp ⟦thogn⟧ tin cho người dân."),
    ("KH502", "Nâng cao ⟦trihn⟧ độ của cán bộ."),
    ("KH502", "Đổi mới công tác tuyên ⟦truyenf⟧ của phường."),
    ("KH536", "Trẻ em hoặc ⟦Người giám hộ⟧ đến khám."),
    ("KH536", "Tiếp nhận ý kiến của ⟦Người dân⟧ về dịch vụ."),
    ("KH536", "Khuyến khích hộ kinh doanh, khuyến khích ⟦Doanh nghiệp⟧ tham gia."),
    ("KH536", "Các ⟦Phụ huynh⟧ cùng tham gia."),
    ("KH531", "Theo Kế hoạch số 05/KH-UBND ngày 05/3/2025 của Ủy ban nhân dân ⟦tỉnh Cần Thơ⟧ về tuyên truyền."),
    ("KH531", "Các trường của ⟦tỉnh Huế⟧ tổ chức tuyên truyền."),
    ("KH532", "Học tập tư tưởng của ⟦Hồ chí Minh⟧ trong nhà trường."),
    ("KH532", "Tuyên truyền tại ⟦Thành phố Hồ Chí minh⟧ và phường."),
    ("KH544", "Hoàn thành trong ⟦tháng 03⟧ năm 2026."),
    ("KH545", "Tham gia hội thi lần thứ ⟦XVIIII⟧ của ngành."),
    ("KH545", "Tuyên truyền Nghị quyết Đại hội ⟦IIX⟧ của Đảng."),
    ("KH539", "Các trường trên ⟦địa bàn quận⟧ tổ chức hội nghị."),
    ("KH539", "Các phường ⟦trong quận⟧ tổ chức hội nghị."),
    ("KH539", "Tuyên truyền trên ⟦địa bàn Quận⟧ 1 và phường."),
    ("KH539", "Phát thanh trên ⟦toàn huyện⟧ vào sáng thứ Bảy."),
    ("KH503", "Báo cáo ⟦Ủy ban nhân⟧ tỉnh để chỉ đạo."),
    ("KH503", "Nghị quyết của ⟦Hội đồng nhân⟧, Ủy ban nhân dân phường."),
    ("KH503", "Phối hợp với các ⟦tổ chính trị - xã hội⟧ của phường."),
    ("KH501", "Trồng cây ⟦theo quy định theo quy định⟧ hiện hành."),
    ("KH501", "Cán bộ, ⟦viên chức, viên chức⟧, người lao động."),
    ("KH503", "Các trường ⟦kiến nghi⟧ với phường."),
    ("KH503", "Kích hoạt tài khoản ⟦đinh danh⟧ mức 2 cho người dân."),
    ("KH503", "Người ⟦tham giao thông⟧ chấp hành tín hiệu."),
    ("KH503", "Giúp học sinh có ⟦hoàn khó khăn⟧ tới trường."),
    ("KH505", "Sinh hoạt chuyên đề K⟦1⟧NH tế."),
    ("KH505", "Tổ chức cho ⟦ho5c⟧ sinh tham quan."),
    ("KH511", "Hỏi thêm tại UBND⟦:⟧ghi rõ họ tên."),
    ("KH512", "Tiếp tục trong ba năm 2025⟦--⟧2027."),
    ("KH533", "Kết nạp ⟦Đảng viên⟧ mới trong trường học."),
    ("KH537", "Lao động vệ sinh vào sáng ⟦Chủ Nhật⟧ hằng tuần."),
    ("KH545", "Từ ngày ⟦25/3/2026 đến ngày 10/3/2026⟧, các trường sinh hoạt."),
    ("KH503", "⟦Cập nhập⟧ dữ liệu hằng tháng."),
    ("KH532", "Hưởng ứng tháng ⟦Chuyển Đổi⟧ số của phường."),
    ("KH532", "Phối hợp với ⟦Sở Giáo Dục và Đào Tạo⟧ thành phố."),
    ("KH541", "Theo Nghị định số 15/2020/⟦NĐ-TTg⟧ ngày 03/02/2020 về xử phạt."),
    ("KH541", "Theo Nghị định số 15/2020/NĐ-CP⟦ngày⟧ 03/02/2020 về xử phạt."),
    ("KH541", "Theo Chỉ thị số ⟦23-CT-TW⟧ của Ban Bí thư."),
    ("KH543", "Thông tư số 10/2020/TT-BGDĐT ngày 26/5/2020 của ⟦Thủ tướng⟧ về Điều lệ."),
    ("KH543", "Quyết định số 12/QĐ-UBND ngày 26/5/2025 của ⟦Thủ tướng⟧ về quy chế."),
    ("KH544", "Phạt từ ⟦4,000,000⟧ đồng trở lên."),
    ("KH545", "Hoàn thành trước ⟦tháng 15⟧ năm 2026."),
    ("KH545", "Họp vào ⟦7 giờ 75⟧ phút thứ Hai hằng tuần."),
    ("KH502", "Tuyên truyền dịp Tết Nguyên đán ⟦vaf⟧ lễ hội."),
    ("KH503", "Hướng dẫn cách ⟦sử trí⟧ khi mắc bệnh."),
    ("KH513", "Truy cập ⟦https⟧//phuong-mau.example để biết thêm."),
    ("KH521", "Giữ nguyên tỷ lệ chi, tăng tỷ lệ thu, giảm ⟦tỉ lệ⟧ nợ."),
    ("KH524", "Hoàn thành trong quý I, quý II và ⟦quý 3⟧."),
    ("KH524", "Đạt 80%, 90% và ⟦95,5 %⟧ số hộ."),
    ("KH543", "Công văn số 215/SYT-DS ngày 30/01/2026 của ⟦Sở Nội vụ⟧ về dân số."),
    ("KH544", "Kinh phí ⟦120000000⟧ đồng."),
    ("KH544", "Kinh phí ⟦45.60.000⟧ đồng."),
    ("KH544", "Đạt từ ⟦95.5%⟧ trở lên."),
    ("KH544", "Trồng mới ⟦1,200⟧ cây xanh."),
    ("KH544", "Đạt ⟦12,500⟧ lượt xem, tới 1.250 người."),
    ("KH544", "Tuyên truyền tới ⟦1,250⟧ học sinh (một nghìn hai trăm năm mươi học sinh)."),
    ("KH545", "Hoàn thành trong ⟦quý V⟧."),
    ("KH503", "Nhắc nhở, ⟦dăn đe⟧ học sinh vi phạm."),
    ("KH503", "Thi ⟦trắc nghiệp⟧ về an toàn giao thông."),
    ("KH503", "Không lái xe khi có ⟦xương mù⟧ dày."),
    ("KH503", "Giảm ⟦ùn tắt⟧ giờ tan trường."),
    ("KH503", "Xử lý việc ⟦tồn động⟧ trong năm."),
    ("KH503", "Phát ⟦thư ngõ⟧ tới phụ huynh."),
    ("KH503", "Xử lý người ⟦lạn lách⟧ trên đường."),
    ("KH503", "Biên soạn ⟦cẩm lang⟧ cho phụ huynh."),
    ("KH503", "Phụ huynh có ⟦trách nghiệm⟧ phối hợp."),
    ("KH503", "Báo cáo ⟦Ủy nhân dân⟧ phường trước ngày 15."),
    ("KH503", "Phối hợp với các ⟦tổ chức chính - xã hội⟧ của phường."),
    ("KH503", "Ứng dụng ⟦công nghệ tin⟧ trong tuyên truyền."),
    ("KH505", "Tuyên truyền trong đồng bào ⟦da6n⟧ tộc."),
    ("KH505", "Rèn luyện ⟦ky4⟧ năng cho học sinh."),
    ("KH505", "⟦Va6n5⟧ động nhân dân tham gia."),
    ("KH505", "Xe ⟦d9ộng⟧ cơ điện."),
    ("KH505", "Tổ chức tại ⟦O⟧9 tổ dân phố."),
    ("KH511", "Tổ chức từ ngày ⟦09 /11/2026⟧ tại phường."),
    ("KH511", "Phát thanh trong vòng 24⟦giờ⟧ sau đó."),
    ("KH511", "Tổ chức theo Công văn ⟦số⟧09/SGDĐT ngày 03/6/2025."),
    ("KH511", "Thực hiện trong năm 2026⟦.⟧Số liệu chốt vào tháng 12."),
    ("KH524", "Trên 95% lớp và ⟦85 %⟧ học sinh tham gia."),
    ("KH531", "Theo công văn của tỉnh ⟦Thanh Hoa⟧ gửi các trường."),
    ("KH531", "Tham gia cuộc thi cấp ⟦Tỉnh⟧ về đọc sách."),
    ("KH532", "Nghị quyết đã được ⟦quốc hội⟧ thông qua."),
    ("KH532", "Theo ý kiến của ⟦bộ trưởng Bộ⟧ Nội vụ."),
    ("KH532", "Các ⟦Phó chủ tịch UBND⟧ phường chỉ đạo."),
    ("KH537", "Phát thanh vào ⟦thứ ba⟧ và thứ Sáu hằng tuần."),
    ("KH537", "Dọn vệ sinh vào ngày ⟦thứ bảy⟧ cuối cùng của tháng."),
    ("KH537", "Tiếp công dân từ ⟦thứ hai đến thứ sáu⟧ hằng tuần."),
    ("KH537", "Phát sóng vào ⟦thứ tư⟧, thời lượng 15 phút."),
    ("KH537", "Nghỉ ⟦thứ bảy⟧, Chủ nhật theo quy định."),
    ("KH537", "Thăm hỏi dịp tết ⟦nguyên đán⟧ hằng năm."),
    ("KH538", "Tổ chức vào ⟦thứ Ba, ngày 09/11/2026⟧ tại phường."),
    ("KH538", "Tổ chức ngày ⟦15/3/2026 (thứ Bảy)⟧ tại phường."),
    ("KH538", "Tuyên truyền Ngày Gia đình Việt Nam ⟦28/8⟧ tới phụ huynh."),
    ("KH538", "Kỷ niệm Ngày Nhà giáo Việt Nam (20/11/1982 - ⟦20/10⟧/2026) tại các trường."),
    ("KH539", "Tham gia cuộc thi ⟦cấp huyện⟧ về đọc sách."),
    ("KH539", "Phối hợp với ⟦Công an quận⟧ để tuyên truyền."),
    ("KH539", "Theo hướng dẫn của ⟦Bộ Thông tin và Truyền thông⟧ về an toàn."),
    ("KH539", "Bài viết về nhà giáo của ⟦tỉnh Bắc Giang⟧ trước đó."),
    ("KH541", "Theo Nghị định số 28/2023/⟦ND-CP⟧ ngày 04/4/2023 của Chính phủ."),
    ("KH541", "Theo Chỉ thị số 32-⟦CT/TƯ⟧ ngày 09/12/2003 của Ban Bí thư."),
    ("KH541", "Theo Thông tư số 29/2024/⟦TT-BGĐDT⟧ ngày 30/12/2024 của Bộ."),
    ("KH541", "Theo Thông tư ⟦sô⟧ 29/2024/TT-BGDĐT ngày 30/12/2024 của Bộ."),
    ("KH542", "Theo Nghị quyết số ⟦217/2025/QH15⟧ ngày 26/6/2025 về miễn học phí."),
    ("KH543", "Theo Nghị định số 28/2023/NĐ-CP ngày 04/4/2023 của ⟦Thủ tướng⟧ Chính phủ."),
    ("KH543", "Theo Nghị quyết số 217/2025/QH15 ngày 26/6/2025 của ⟦Chính phủ⟧ về học phí."),
    ("KH544", "Theo Kế hoạch số ⟦8/KH-SGDĐT⟧ ngày 05/3/2025 của Sở."),
    ("KH544", "Theo Kế hoạch số 08/KH-SGDĐT ngày ⟦30-12-2025⟧ của Sở."),
    ("KH552", "Ứng dụng công nghệ thông tin (⟦CNTN⟧) trong tuyên truyền."),
    ("KH552", "UBND phường giao, ⟦UBNN⟧ phường kiểm tra."),
    ("KH503", "Gửi báo cáo về ⟦Phòng Văn hóa - Thông tin⟧ để tổng hợp."),
    ("KH503", "Gửi báo cáo về ⟦Phòng Văn hóa - Xã hội - Thể thao⟧ phường."),
    ("KH565", "Hoàn thành việc rà soát trước ngày ⟦10/12/2025⟧."),
    ("KH565", "Các trường gửi báo cáo về UBND phường chậm nhất là ngày ⟦15/02/2026⟧ để tổng hợp."),
    ("KH566", "Ban Chỉ đạo ⟦phường Mậu⟧ tổ chức tuyên truyền."),
    ("KH567", "Kinh phí ⟦154.000.000⟧ đồng (Một trăm bốn mươi lăm triệu đồng)."),
    ("KH567", "Kinh phí ⟦1,4⟧ tỷ đồng (Bằng chữ: Một tỷ năm trăm triệu đồng chẵn)."),
    ("KH567", "Đạt ⟦95⟧% (chín mươi sáu phần trăm) số hộ dân."),
    ("KH567", "Gửi ⟦12⟧ (mười ba) bản về UBND phường."),
    ("KH566", "Đảng ủy ⟦xã⟧ chỉ đạo việc tuyên truyền."),
    ("KH503", "Bộ phận ⟦tham mư⟧ xây dựng kế hoạch."),
    ("KH503", "Bài viết về ⟦những các⟧ nhà giáo."),
    ("KH503", "Trao quà ⟦giành cho⟧ học sinh nghèo."),
    ("KH503", "Phát huy vai trò ⟦lòng cốt⟧ của đoàn viên, tấm lòng của giáo viên."),
    ("KH503", "Lập ⟦dự đoán kinh phí⟧ năm sau."),
    ("KH503", "Các trường ⟦trên địa xã⟧ tổ chức tuyên truyền."),
    ("KH503", "Khen học sinh có ⟦thành xuất sắc⟧ trong năm."),
    ("KH503", "Xử lý ⟦theo đúng quy của pháp luật⟧ hiện hành."),
    ("KH503", "Phong trào ⟦khuyến kích⟧ học sinh đọc sách."),
    ("KH503", "Các trường ⟦cũng cố⟧ nền nếp dạy và học."),
    ("KH512", "Phát triển kinh tế⟦-⟧xã hội địa phương."),
    ("KH512", "Phát triển kinh tế xã ⟦-⟧ hội địa phương."),
    ("KH512", "Tuyên truyền năm học ⟦2026/2027⟧ tới phụ huynh."),
    ("KH505", "Tuyên truyền trong quý ⟦lll⟧ năm nay."),
    ("KH513", "Các trường (xem phụ lục⟦]⟧ tổ chức tuyên truyền."),
    ("KH531", "Thành phố ⟦Hà nội⟧ tổ chức hội nghị."),
    ("KH532", "Tuyên truyền các nghị quyết của ⟦Quốc Hội⟧ khóa XV."),
    ("KH537", "Tuyên truyền nhân ⟦ngày nhà giáo Việt Nam⟧ tại các trường."),
    ("KH537", "Phát thanh vào sáng ⟦thứ hai⟧ hằng tuần."),
    ("KH541", "Thực hiện Nghị định số ⟦30/2020/NĐCP⟧ ngày 05/3/2020 của Chính phủ."),
    ("KH541", "Thực hiện Nghị quyết số ⟦57 - NQ/TW⟧ ngày 22/12/2024 của Bộ Chính trị."),
    ("KH501", "Tuyến thông tin ⟦về về⟧ chính sách."),
    ("KH501", "⟦Các các⟧ trường tổ chức tuyên truyền."),
    ("KH501", "Đẩy mạnh ⟦tuyên truyền tuyên truyền⟧ về tuyển sinh."),
    ("KH501", "Các cơ sở y tế, bài viết của các ⟦cơ cơ⟧ quan."),
    ("KH501", "Tuyên truyền kế hoạch ⟦năm năm⟧ 2026."),
    ("KH501", "Bài viết ⟦không không⟧ đạt yêu cầu."),
    ("KH512", "Phòng, chống Covid⟦ -⟧19."),
    ("KH536", "⟦e⟧ Chủ tịch xã."),
    ("KH501", "Theo Kế hoạch ⟦số số⟧ 01/KH-SGDĐT của Sở."),
    ("KH501", "Các trường ⟦tổ chức tổ chức⟧ hội nghị."),
    ("KH501", "Bảo đảm an toàn ⟦trường trường⟧ học."),
    ("KH502", "Trẻ em ⟦đươc⟧ đến trường."),
    ("KH502", "Công tác của ⟦nghành⟧ giáo dục."),
    ("KH502", "Công việc đã ⟦hòan⟧ xong."),
    ("KH503", "Kế hoạch đã ⟦hòan thành⟧."),
    ("KH502", "Việc ⟦hoc⟧ của trẻ em."),
    ("KH502", "Hệ thống ⟦thôngtín⟧ của phường."),
    ("KH503", "Bài viết trên ⟦cổng thông tin điện từ⟧ của phường."),
    ("KH503", "Bài viết về danh hiệu ⟦Nhà giáo dân Nhân dân⟧."),
    ("KH503", "Triển khai ⟦chương trình, mục tiêu quốc gia⟧."),
    ("KH503", "Kế hoạch của ⟦Ủy ban nhân đân⟧ phường."),
    ("KH503", "Tuyên dương học sinh đạt thành tích ⟦xuất xắc⟧ trong năm."),
    ("KH503", "Nhà trường ⟦bổ xung⟧ tài liệu cho thư viện."),
    ("KH503", "Tổ công tác ⟦sử lý⟧ các ý kiến của phụ huynh."),
    ("KH503", "⟦Hổ trợ⟧ học sinh có hoàn cảnh khó khăn."),
    ("KH503", "Tập thể nhà trường ⟦nổ lực⟧ thi đua."),
    ("KH503", "Báo cáo ⟦lảnh đạo⟧ phường theo dõi."),
    ("KH503", "Các trường ⟦triễn khai⟧ kế hoạch năm học."),
    ("KH503", "Tuyên truyền ⟦chinh sách⟧ mới cho giáo viên."),
    ("KH503", "⟦Phôi hợp⟧ với công an phường tuyên truyền."),
    ("KH503", "Nhà trường ⟦đễ nghị⟧ khen thưởng giáo viên."),
    ("KH503", "Các trường ⟦thực hiên⟧ đúng kế hoạch."),
    ("KH503", "Việc chấm thi phải ⟦khách quang⟧ và công bằng."),
    ("KH503", "Nhà trường đổi mới ⟦trương trình⟧ giáo dục."),
    ("KH505", "Hoàn thành trước ngày ⟦l⟧5/9/2026."),
    ("KH505", "Hoàn thành trước ngày 1⟦O⟧/9/2026."),
    ("KH505", "Thực hiện Kế hoạch số ⟦O⟧5/KH-SGDĐT của Sở."),
    ("KH505", "Tuyến thông tin về chủ trương của ⟦Ð⟧ảng."),
    ("KH505", "Tuyến thông tin về học b⟦а⟧ số."),
    ("KH505", "Tuyến thông tin năm 2⟦O⟧26."),
    ("KH505", "Tuyến thông tin trong quý ⟦lI⟧ và cả năm."),
    ("KH505", "Tuyến thông tin về chính sách⟦；⟧ bài viết."),
    ("KH506", "Tuyến thông tin⟦\u00a0⟧về chính sách."),
    ("KH506", "Tuyến thông tin⟦\u2003⟧về chính sách."),
    ("KH511", "Tuyến thông tin về tuyển sinh⟦ ,⟧ học phí."),
    ("KH511", "Tuyến thông tin về tuyển sinh⟦,⟧học phí."),
    ("KH511", "Tuyến thông tin về tuyển sinh⟦.⟧Bài viết về học phí."),
    ("KH511", "Tuyến thông tin về học phí (⟦ ⟧miễn, giảm)."),
    ("KH511", "Tuyến thông tin về học phí⟦(⟧miễn, giảm)."),
    ("KH511", "Thực hiện trong các quý I⟦,⟧II,III,IV."),
    ("KH512", "Tuyến thông tin về phổ cập giáo dục ⟦–⟧ xóa mù chữ."),
    ("KH512", "Tuyến thông tin về kinh tế⟦ -⟧xã hội."),
    ("KH513", "Tuyến thông tin về thi cử⟦...,⟧ tuyển sinh."),
    ("KH513", "Tuyến thông tin về thi cử⟦,,⟧ tuyển sinh."),
    ("KH513", "Tuyến thông tin về ⟦“⟧Thành phố học tập."),
    ("KH513", "Tuyến thông tin về học phí ⟦(⟧miễn, giảm."),
    ("KH514", "Tuyến thông tin về chính sác⟦h⟧"),
    ("KH514", "⟦-⟧ Tuyến thông tin về chính sách."),
    ("KH514", "Tuyến thông tin về chính sách⟦,⟧"),
    ("KH523", "Kỳ thi chọn học sinh giỏi ⟦năm 2025-2026⟧."),
    ("KH531", "Các hoạt động trên địa bàn ⟦Phường Phúc Lợi⟧."),
    ("KH531", "Các trường trên địa bàn phường Mẫu và ⟦Thị xã Hương Thủy⟧ của tỉnh."),
    ("KH531", "Các trường trên địa bàn ⟦phường 1⟧."),
    ("KH531", "Các cơ sở giáo dục ⟦Mầm non⟧ trên địa bàn."),
    ("KH532", "Nghị quyết của ⟦Ủy ban thường vụ Quốc hội⟧."),
    ("KH532", "Phong trào do ⟦thủ tướng chính phủ⟧ phát động."),
    ("KH532", "Chỉ đạo của ⟦Ủy ban Nhân dân⟧ phường."),
    ("KH532", "Phối hợp với ⟦phòng Văn hóa - Xã hội⟧."),
    ("KH532", "Phối hợp với ⟦Sở nông nghiệp và môi trường⟧ tỉnh."),
    ("KH532", "Hướng dẫn của ⟦Sở Dân tộc và tôn giáo⟧ tỉnh; Sở Dân tộc và Tôn giáo tỉnh."),
    ("KH532", "Phối hợp với ⟦Hội khuyến học⟧ phường."),
    ("KH537", "Hưởng ứng ⟦Ngày môi trường thế giới⟧ tại phường."),
    ("KH537", "Văn nghệ mừng ⟦ngày Quốc tế Phụ Nữ⟧ tại phường."),
    ("KH533", "Vận động ⟦nhân dân⟧ tham gia."),
    ("KH533", "Chính sách của ⟦nhà nước⟧ về học phí."),
    ("KH533", "Chủ trương của ⟦đảng⟧ về giáo dục."),
    ("KH534", "Tuyến thông tin về ⟦Luật nhà giáo⟧."),
    ("KH534", "Triển khai ⟦Nghị Quyết⟧ của Đảng."),
    ("KH535", "Thực hiện theo ⟦điều 5⟧ của Luật này."),
    ("KH535", "Thực hiện theo ⟦Khoản 2⟧ Điều 5 của Luật này."),
    ("KH536", "⟦tuyến⟧ thông tin về chính sách."),
    ("KH536", "Tuyến thông tin về học phí; ⟦Thông qua⟧ các cuộc thi."),
    ("KH536", "Chủ trì, ⟦Phối hợp⟧ với nhà trường."),
    ("KH536", "Tuyến thông tin về học phí, ⟦Giao⟧ bài cho giáo viên của Trường Quản lý."),
    ("KH536", "Tuyến thông tin về học phí. ⟦bài⟧ viết về thi cử."),
    ("KH536", "Bảo đảm tiến độ đề ra ⟦Của⟧ kế hoạch."),
    ("KH536", "Tuyên truyền đối ⟦Với⟧ học sinh."),
    ("KH541", "Theo Kế hoạch số ⟦82/KH – PGD⟧ của phòng."),
    ("KH541", "Theo Nghị quyết số ⟦05/NQ/CP⟧ của Chính phủ."),
    ("KH541", "Theo Quyết định số ⟦12/KH-UBND⟧ ngày 05/3/2025 của phường."),
    ("KH541", "Theo Nghị quyết ⟦218/2025/QH15⟧ của Quốc hội."),
    ("KH542", "Theo Kế hoạch số ⟦12/KH-UBND⟧ của phường."),
    ("KH542", "Theo Kế hoạch số ⟦01/KH-SGDĐT⟧ ngày 13/02/2026 của Sở."),
    ("KH543", "Theo Nghị quyết số ⟦218/2025/QH16⟧ của Quốc hội."),
    ("KH543", "Theo Nghị định số ⟦30/2020/NĐ-CP⟧ ngày 05/3/2021 của Chính phủ."),
    ("KH544", "Theo Nghị định số 30/2020/NĐ-CP ngày ⟦05/03/2020⟧ của Chính phủ."),
    ("KH544", "Họp vào ngày ⟦5 tháng 3 năm 2026⟧."),
    ("KH545", "Họp vào ngày ⟦30/02/2026⟧."),
    ("KH545", "Giai đoạn ⟦2030-2026⟧."),
    ("KH545", "Tổng kết ⟦năm học 2025-2027⟧."),
    ("KH546", "Theo Công văn số 12/SGDĐT-VP ⟦ngày 07/3/2026⟧ của Sở."),
    ("KH541", "Theo Nghị quyết số ⟦71/NQ-TW⟧ của Bộ Chính trị."),
    ("KH541", "Theo Chỉ thị số ⟦29/CT/TW⟧ của Ban Bí thư."),
    ("KH541", "Theo Chỉ thị số ⟦07/CT/TTg⟧ của Thủ tướng Chính phủ."),
    ("KH541", "Theo Quyết định số ⟦1373-QĐ/TTg⟧ của Thủ tướng Chính phủ."),
    ("KH547", "Theo Kế hoạch số 01/KH-SGDĐT ⟦ngày 12/02/2026⟧ của Sở."),
    ("KH547", "Theo Kế hoạch số ⟦01/KH-SGD&ĐT⟧ của Sở."),
    ("KH548", "Theo ⟦kế hoạch⟧ số 01/KH-SGDĐT của Sở."),
    ("KH549", "Theo Nghị định số 30/2026/NĐ-CP ⟦ngày 06/4/2026⟧ của Chính phủ."),
    ("KH551", "Tuyên truyền tới ⟦PHHS⟧ trên địa bàn."),
    ("KH551", "Mời 15 ⟦PHHS⟧ dự họp."),
    ("KH551", "Theo dõi ⟦MW⟧ của phường."),
    ("KH551", "Nghị quyết Đại hội lần thứ ⟦XQZ⟧ XIV của ngành."),
]  # fmt: skip
SILENT = [
    "Mỗi quý 01 lần, tổ chức diễn đàn; hằng quý 02 tin, bài; người người thi đua, nhà nhà thi đua.",
    "Việc phân chia sẽ do các trường làm; kho học liệu số; cuộc thi In ấn đẹp; Trường liên cấp Tiểu học và THCS Mẫu.",
    "Tuyên dương học sinh đỗ điểm cao; cả đời hối hận; dành giải thưởng cho các em; bình O2 và khí O3.",
    "Phối hợp với UBND xã, phường lân cận; UBND các xã, phường; lực lượng công an xã.",
    "Kinh phí của phường 50.000.000 đồng; chi lương tháng 13; mỗi ca hai giờ, trồng chôm chôm.",
    "Đưa tin lễ tặng sách nhân Ngày Sách và Văn hóa đọc Việt Nam.",
    "Học bơi rầm rộ vào dịp hè, sớm hơn mọi năm; ở vài đoạn bờ sông, khi biển động thì nghỉ.",
    "Người học đông nhất là tuổi trẻ; chủ quán nước, chủ đất cùng ký cam kết; trẻ ăn vạ, chơi vỏ sò.",
    "Không đặt biệt danh xấu cho bạn; tìm địa chí địa phương; Trưởng ban ban hành quy chế.",
    "Nhà nước nước ta, Lễ hội hội tụ sắc màu, tuyên truyền truyền cảm, con là học sinh sinh năm 2020.",
    "Khẩu hiệu “Tiên học lễ, hậu học văn”; đi một ngày đàng, học một sàng khôn.",
    "Gửi câu hỏi về https://vi-du.example/hoi-dap?trang=1,2;muc=3 trước ngày 20.",
    "Giáo viên rảnh rỗi, mạnh mẽ, đẹp đẽ; mẩu tin nhỏ, bẫy lừa đảo trên mạng.",
    "Trực hè theo lịch; mở thư viện vào sáng thứ Ba; những lớp học trò thành đạt; diệt muỗi, loăng quăng ở điểm trường.",
    "Luật Hà Nội, Luật Giáo dục Đại học, Nghị định số 65/CP ngày 13/9/1995 của Chính phủ về đất; nhà văn Nguyễn Du.",
    "Khám sức khỏe, đo thị lực; tặng thêm 25 chiếc xe đạp; hát đồng dao; em bé bán vé số đỗ thủ khoa; đông đảo người dân.",
    "Đọc tips hay, nghe news, xem plus; mỗi lớp một góc sách; học sinh lớp 5 và khu phố 5.",
    "Bộ Khoa học Công nghệ và Môi trường trước đây; ông Trần Hà nói chuyện; Nghị định số 65/CP ngày 13/9/1995 của Chính phủ về đất.",
    "Giới thiệu thân thế, sự nghiệp của Chu Văn An; loa còn rè, tiếng rè rè; phụ huynh có con vào lớp 1.",
    "Mở shop bán hàng, live stream, link đăng ký, email thông tin, team hỗ trợ, blog giáo dục, chart số liệu, golf, gala.",
    "Robot thông minh, drone nông nghiệp, smartphone cá nhân, homestay nhà dân, tour du lịch, workshop kỹ năng.",
    "Luật Doanh nghiệp, Hội thi Giáo viên dạy giỏi, danh hiệu Học sinh giỏi, cuộc thi “Điều ước của Học sinh”.",
    "Ngày hội của Sinh viên (gọi tắt là Sinh viên), Quỹ cho Học sinh nghèo, các Doanh nghiệp Việt Nam.",
    "Trước đây là tỉnh Cần Thơ, nay là thành phố Cần Thơ; các tỉnh Hà Nội, Hưng Yên; tỉnh Thừa Thiên Huế.",
    "Nghị quyết Đại hội XIV của Đảng, khóa XVI, lần thứ XIX, Chương IX, Phần III, mục XL.",
    "Trẻ từ 06 tháng 05 ngày tuổi, trong tháng 01, tháng 02, tháng 3 và tháng 10.",
    "Trên địa bàn huyện Từ Liêm cũ, theo Kế hoạch số 05/KH-UBND ngày 05/3/2024 trên địa bàn huyện Từ Liêm.",
    "Ủy ban nhân quyền và Ủy ban nhân đạo của Liên hợp quốc; các tổ chức chính trị, xã hội, kinh tế.",
    "Về tư tưởng, tổ chức, chính trị - xã hội và về chính trị - xã hội.",
    "Chấp hành pháp luật về trật tự, an toàn giao thông; bảo đảm trật tự an toàn giao thông, vệ sinh, an toàn thực phẩm.",
    "Giúp trẻ em có hoàn cảnh đặc biệt, khó khăn và học sinh có hoàn cảnh đặc biệt khó khăn.",
    "Giới thiệu khăn piêu, món pa pỉnh tộp, bánh pía, hủ tiếu và rượu ghè của đồng bào các dân tộc.",
    "Thiết bị theo QCVN 2:2021/BKHCN, TCXDVN 33:2006 và IEC 60335-1:2010.",
    "Các hộ đăng ký trước ngày 01/7/2025, giấy phép được cấp trước ngày 01/7/2025, công trình hoàn thành trước ngày 01/7/2025.",
    "Hồ sơ gửi về UBND phường trước ngày 01/7/2025 thì giải quyết tiếp; gửi báo cáo về UBND phường trước ngày 10/12/2026.",
    "Phòng Văn hóa - Thông tin của tỉnh, Phòng Văn hóa - Thể thao thành phố và Phòng Văn hóa - Xã hội phường phối hợp.",
    "Khổ A4, tệp mp3, mục so2, tệp bai1.pdf, Fe3O4, vitamin b1, 20 cm3, covid19, nhóm to2 làm việc, xoay300 vòng.",
    "Chuyên mục Những tấm gương sáng, phong trào Vì an ninh Tổ quốc, cuộc thi “Em Và mái trường”, theo Từ điển tiếng Việt.",
    "Khơi dậy tinh thần tự học, học thường xuyên, học suốt đời ở mọi lứa tuổi.",
    "Ngôi trường xinh xinh, góc nho nhỏ, các em cười cười, nói nói; tiếng trống thùng thùng, gió hiu hiu.",
    "Điện mặt trời 12 MW, tiết kiệm 5 kWh, giá 0,7 USD, tệp 20 MB, pin AAA, áo cỡ XXL; do WWF, UNDP, UNICEF hỗ trợ.",
    "Đội tuyển quyết giành cho phường tấm huy chương, giành giải Nhất; hoàn thành xuất sắc nhiệm vụ, trở thành xuất sắc.",
    "Thành tựu chung của ngành, áp dụng quy định của pháp luật, đúng quy định của Luật.",
    "Báo cáo vào ngày thứ bảy kể từ ngày kết thúc, vào ngày thứ ba của hội thi; họp lần thứ hai đến thứ năm trong năm.",
    "Tổ chức lần thứ hai cuối tháng 5; lần thứ ba, ngày 15/6; giao ban vào thứ Hai đầu tháng, từ thứ Hai đến thứ Sáu.",
    "Các sở nông nghiệp và môi trường, hội nông dân các cấp, Hội nông dân các cấp, Đoàn thanh niên tình nguyện.",
    "Cán bộ xây dựng, toàn bộ nông nghiệp và môi trường, cơ sở du lịch; Ngày Môi trường Thế giới, ngày Quốc tế phụ nữ.",
    "Đường dài 1,250 km, 1,250 cây số; chi 1,250 tỷ đồng; mật độ 1,250 người/km2; hệ số 1,625; đạt 1,25 lượt.",
    "Chi 2.005.000 đồng (hai triệu không trăm linh năm nghìn đồng); 2,5 tỷ đồng (hai tỷ rưỡi); 0,6 (không phẩy sáu).",
    "Gửi 05 (năm) bản, 0,1% (một phần nghìn), 12 lớp (ba lớp bán trú), 10 triệu (hai triệu cho một trường), 24 (hai bốn).",
    "Sau 03 năm (không kể thời gian tập sự), chi 2.500.000 đồng (hai triệu năm trăm).",
    "Phòng, chống bệnh dại cho vật nuôi.",
    "Bố trí cán bộ bộ phận một cửa trực vào sáng thứ Bảy; cơ quan quan tâm bố trí kinh phí.",
    "Báo cáo Sở Y tế tỉnh Ninh Bình định kỳ hằng quý.",
    "Xuất bản tài liệu do UNFPA (Quỹ Dân số Liên hợp quốc) hỗ trợ, nhắn tin qua Zalo OA của phường.",
    "Kinh phí 86.500.000 đồng; 1,5 tỷ đồng; 2.500 đồng; 500 đồng; 12 triệu.",
    "Công văn số 215/SYT-DS ngày 30/01/2026 của Sở Y tế về dân số.",
    "Thông tư số 18/2021/TT-BGDĐT ngày 28/6/2021 của Bộ trưởng Bộ Giáo dục và Đào tạo về đào tạo.",
    "Tệp gif, chef, website, clips, tips.",
    "Bài học về Ga2O3 và Fe3O4 cho học sinh.",
    "Trẻ từ 6 tháng đến 36 tháng tuổi; lúc 24 giờ 00 phút; từ tháng 10 đến tháng 12.",
    "Quyết định số 12/QĐ-UBND ngày 26/5/2025 của Chủ tịch UBND thành phố về quy chế.",
    "Thông tư số 10/2020/TT-BGDĐT ngày 26/5/2020 của Bộ trưởng Bộ Giáo dục và Đào tạo về Điều lệ.",
    "Kế hoạch số 12/KH-SGDĐT ngày 26/5/2025 của Giám đốc Sở Giáo dục và Đào tạo về năm học.",
    "Cúm A/H5N1, bệnh H1N1, đường QL1A và khu vực B1T2.",
    "Tuyên truyền tại mái trường, khu an dưỡng, tới cán bộ quản lý.",
    "Lực lượng bảo vệ trường, vệ sinh trường, lớp và phòng, chữa cháy.",
    "Từ ngày 10/3/2026 đến ngày 25/3/2026, các trường sinh hoạt.",
    "Xe gắn máy dưới 50 cm³, điền <tên lớp> vào mẫu.",
    "Thực hiện theo quy định của luật và theo quy định của Luật Giáo dục.",
    "Các dịch vụ trực tuyến, trang tin điện tử của phường.",
    "Ủy ban Dân tộc cũ, nay là Bộ Dân tộc và Tôn giáo.",
    "Bộ trưởng Khoa học và Công nghệ trả lời chất vấn.",
    "Hỗ trợ chuyển đổi sở hữu và làm rõ kiến trúc thuộc phạm vi quản lý.",
    "Viện kiểm sát nhân dân và Trưởng phòng Văn hóa - Xã hội dự.",
    "Hưởng ứng Ngày Pháp luật Việt Nam (09/11) và Ngày Gia đình Việt Nam 28/6.",
    "Các ngày lễ: Ngày Thầy thuốc Việt Nam 27/02, Ngày Quốc tế Phụ nữ 08/3.",
    "Tổ chức vào Chủ nhật, ngày 15/3/2026 hoặc thứ Hai, ngày 16/3/2026.",
    "Sở Tài nguyên và Môi trường (nay là Sở Nông nghiệp và Môi trường) cấp.",
    "Theo Thông tư số 09/2021/TT-BTTTT ngày 07/9/2021 của Bộ Thông tin và Truyền thông.",
    "Sau khi hợp nhất tỉnh Kiên Giang và tỉnh An Giang (cũ).",
    "Lớp 10A1 học từ 7h30 đến 11h30, quãng đường 5km, khổ giấy A4.",
    "Trao giải cho mô hình B2B, cổng Web2 và lúa ST25.",
    "UBND các xã, phường phối hợp với UBND phường và phường Phúc Lợi bên cạnh.",
    "Bảo vệ phòng học thông minh, bữa ăn bán trú cho học sinh.",
    "Tổng sản phẩm trên địa bàn (GRDP) tăng.",
    "Ở lần thứ hai và thứ ba, ban tổ chức bốc thăm.",
    "Trường Tiểu học Lý Tự Trọng ở xã Kỳ Anh có giáo viên Hoa Kỳ.",
    "Cuộc thi đa dạng về hình thức; phường giao thôn, tổ dân phố vận động; hằng năm họ đều tham gia.",
    "Các trường cũng cố gắng thực hiện; đây là kỳ thứ hai của chính sách, thứ ba là phụ huynh.",
    "Học tập chủ nghĩa Mác - Lênin; Văn phòng HĐND-UBND phường phối hợp trong năm năm học tập.",
    "Cô giáo Nguyễn Thị Thuý dự giờ.",
    "Xây dựng chương trình trình Hội đồng nhân dân phường thông qua.",
    "Có 100% đại biểu biểu quyết tán thành.",
    "Bảo đảm an toàn toàn bộ khuôn viên, giữ môi trường trường học xanh.",
    "Nhân rộng mô hình thực hiện tốt, thư viện thân thiện tại các trường.",
    "Tiêu hủy động vật mắc bệnh; người chủ chương trình và cá nhân thực hiện báo cáo kết quả trình Ủy ban nhân dân.",
    "Ký niêm phong đề thi, nâng khả năng cao nhất, nhà trường họp phụ huynh.",
    "Cán bộ luôn luôn lắng nghe, thường thường xuống cơ sở, ngày ngày có mặt.",
    "Nhà nhà, người người thi đua.",
    "Phát lương thực, thực phẩm; bài viết về lương thực thực phẩm.",
    "Kế hoạch năm năm và hằng năm; chuyến bay của hãng hàng không không thường lệ; thi công công trình.",
    "Chip bán dẫn, chip điện thoại, 5 kilôgam cam quýt, 40 µg/m3 bụi mịn.",
    "Chấp hành viên, Kiểm tra viên chính; tổ Giao thông và thủy lợi, Giao thông và thủy lợi của xã.",
    "Các ngành: Công an, Giao thông, Quân đội.",
    "Kế hoạch chuyển đổi số số liệu học sinh; không quy định chung chung; quy hoạch đô thị thị xã.",
    "n là số lượt xem; nhiệt độ từ -10 đến 40 độ. b) Tổ chức thi.",
    "Ngày.....tháng.....của đơn vị, tọa độ 20°49’57,0”N, 106o54’24,0”E.",
    "Bài viết về UWB (Ultra-Wideband).",
    "Hệ thống thông tin quản lý ngân sách (sau đây gọi tắt là Hệ thống TABMIS); WADA là tên viết tắt của một tổ chức.",
    "Công ty TNHH một thành viên, đèn LED, định vị GPS, đài FM, TCVN 11930:2017, thành viên WTO.",
    "Các tổ chức tổ chức hội nghị; cơ quan, tổ chức tổ chức tập huấn; hộ kinh doanh kinh doanh hàng hóa.",
    "Theo Mẫu số 01/BC/PTTE và mẫu số 02/ĐK-TĐKTT.",
    "yyyy là năm ban hành quy chuẩn.",
    "Ngân sách trung ương cấp cho Ban Chỉ đạo Trung ương.",
    "Các trường họp hai lần, lần hai vào quý IV.",
    "Website, fanpage, podcast, video clip, chatbot, kit STEM, laptop, Olympic, Zalo và Facebook của trường.",
    "Bản tin tiếng Đắk Lắk, Pleiku, Kon Tum; bản nhạc của Mozart.",
    "Thúy, Thùy, quý, quyết, giếng, gì, gìn giữ, khuya, khuỷu tay, ngoằn ngoèo, xoong nồi.",
    "Bài viết trên https://phucloi.hanoi.gov.vn, gửi về vhxh@vi-du.example; xem www.vi-du.example/a.",
    "Đạt 95,2% với 26.529 lượt, lúc 8:30 ngày 15/11/2026, tỷ lệ 1/3.",
    "Lớp 1, 2, 3, 4; các quý I, II; khối THCS (lớp 6-9); v.v.",
    "Tập huấn gồm: a) kỹ năng viết tin; b) kỹ năng quay phim.",
    "Ủy ban nhân dân, Hội đồng nhân dân, Tòa án nhân dân các cấp; đảng viên, chi bộ đảng.",
    "Quản lý nhà nước, ngân sách nhà nước, cơ quan hành chính nhà nước.",
    "Thành phố Hồ Chí Minh, thành phố Hà Nội, Thủ đô Hà Nội, phường Điện Biên, trên địa bàn Phường Trần Hưng Đạo.",
    "Luật này có hiệu lực; Luật Sửa đổi, bổ sung một số điều của Luật Giáo dục; pháp luật Việt Nam; Bộ luật Dân sự.",
    "Được sửa đổi, bổ sung bởi Luật ngày 25 tháng 6 năm 2025.",
    "Theo Nghị quyết số 29-NQ/TW ngày 04/11/2013 của Ban Chấp hành Trung ương.",
    "Theo Kế hoạch số 05-KH/BCĐTW ngày 27/8/2025; theo Nghị quyết số 218/2025/QH15 của Quốc hội.",
    "Theo Luật số 43/2019/QH14, Nghị quyết số 29-NQ/TW ngày 04/11/2013.",
    "Năm học 2025-2026, giai đoạn 2026-2030, các năm 2025-2026.",
    "Từ ngày 15/12/2025 đến ngày 14/3/2026; ngày 05 tháng 01 năm 2026; tháng 9/2026.",
    "Trí tuệ nhân tạo (AI) trong nhà trường; UBND phường, HĐND phường.",
    "Ban đại diện cha mẹ học sinh (sau đây viết tắt là BĐDCMHS); BĐDCMHS các trường.",
    "Khoản 2 Điều 5, điểm b khoản 1 Điều này.",
    "Cơ sở y tế, cán bộ y tế, trụ sở công an phường.",
    "Trật tự, an toàn xã hội; phòng, chống bạo lực.",
    "“Thành phố học tập toàn cầu” và “Bình dân học vụ số”.",
    "Văn hóa - Xã hội, kinh tế - xã hội, Ê-đê, ki-lô-mét, e-learning.",
    "Hằng số α và góc β trong đề thi.",
    "Chính sách mới…",
]


def said(number: int) -> str:
    """A whole number in words, as documents write it."""
    digits = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")
    for scale, name in ((10**9, "tỷ"), (10**6, "triệu"), (10**3, "nghìn"), (100, "trăm")):
        if number >= scale:
            head, rest = divmod(number, scale)
            words = [said(head), name]
            if rest and scale > 10**3 > rest:
                words.append("không nghìn")
            if rest and scale > 100 > rest:
                words.append("không trăm")
            if 0 < rest < 10:
                words.append("linh")
            return " ".join([*words, *([said(rest)] if rest else [])])
    if number < 10:
        return digits[number]
    tens, unit = divmod(number, 10)
    last = {1: "mốt" if tens > 1 else "một", 4: "tư" if tens > 1 else "bốn", 5: "lăm"}.get(unit, digits[unit])
    return " ".join([*(["mười"] if tens == 1 else [digits[tens], "mươi"]), *([last] if unit else [])])


@given(st.one_of(st.integers(0, 10**4), st.integers(0, 10**13 - 1)), st.integers(0, 99))
def test_a_number_in_words_is_read_as_it_was_written(number: int, part: int) -> None:
    assert read_number(said(number).split()) == number
    assert read_number(said(number).replace("nghìn", "ngàn").replace("linh", "lẻ").split()) == number
    decimals = " ".join(said(int(digit)) for digit in f"{part:02d}")
    assert read_number([*said(number).split(), "phẩy", *decimals.split()]) == float(f"{number}.{part:02d}")


@pytest.mark.parametrize(
    "words",
    ["", "trăm", "mười năm", "hai trăm năm", "hai triệu năm trăm", "hai nghìn năm", "tỷ", "hai lăm", "ba triệu hai tỷ"],
)
def test_a_number_that_may_be_another_is_not_read(words: str) -> None:
    assert read_number(words.split()) is None


@pytest.mark.parametrize(
    ("typed", "word"),
    [
        ("ky4", "kỹ"),
        ("va6n5", "vận"),
        ("d9u7o7c5", "được"),
        ("d9uo7ng2", "đường"),
        ("hoa2", "hòa"),
        ("thie61u", "thiếu"),
        ("na8ng", "năng"),
        ("mp3", ""),
        ("b2b2", ""),
        ("lop6a6", ""),
    ],
)
def test_the_digits_of_vni_are_marks(typed: str, word: str) -> None:
    assert decoded(typed) == word


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("Tổ chức thuwcj hiện kế hoạch.", "có phải `thực`?"),
        ("Đa dạng các cách, vaf các trường.", "có phải `và`?"),
        ("Xây dựng ba1o cáo gửi phường.", "gõ lại `báo`"),
        ("Kinh phí khoảg 5 triệu đồng.", "có phải `khoảng`?"),
        ("Nâng cao chất lượmg dạy học.", "có phải `lượng`?"),
        ("Nâng cao trihn độ của cán bộ.", "có phải `trình`?"),
    ],
)
def test_a_word_that_is_none_is_offered_the_one_that_was_meant(
    kehoach: Kehoach, small: Path, text: str, hint: str
) -> None:
    replace(small / TOPICS, FIRST, text)
    assert f"gợi ý: {hint}   ·" in kehoach("-C", small, "check").out


@pytest.mark.parametrize(
    ("typed", "word"),
    [
        ("hinhf", "hình"),
        ("thuwcj", "thực"),
        ("dduowcj", "được"),
        ("truyeenf", "truyền"),
        ("nawm", "năm"),
        ("hoas", "hóa"),
        ("ddangr", "đảng"),
        ("trung", "trung"),
        ("hoc", ""),
        ("fjord", ""),
    ],
)
def test_the_keys_of_telex_are_marks(typed: str, word: str) -> None:
    assert telex.decoded(typed) == word


def located(kehoach: Kehoach, root: Path) -> list[tuple[str, str, str]]:
    """What `check` finds of wording: code, the words of the line under its caret, file."""
    found = []
    for one in json.loads(kehoach("-C", root, "check", "--format", "json").out)["findings"]:
        lines = (root / one["file"]).read_text(encoding="utf-8").split("\n")
        at = one["column"] - 1
        found.append((one["code"], lines[one["line"] - 1][at : at + one["width"]], one["file"]))
    return found


def written(text: str, style: str) -> str:
    """A text as a value of the small topic file in one of the ways that YAML has."""
    if style == "double":
        return json.dumps(text, ensure_ascii=False)
    if style == "single":
        return "'" + text.replace("'", "''") + "'"
    words = text.split(" ")
    half = len(words) // 2
    return f">-\n          {' '.join(words[:half])}\n          {' '.join(words[half:])}"


@pytest.mark.parametrize("style", ["double", "single", "folded"])
@pytest.mark.parametrize(("code", "marked"), [pytest.param(*case, id=f"{case[0]}-{i}") for i, case in enumerate(FOUND)])
def test_a_mistake_is_found_once_on_its_words(
    kehoach: Kehoach, small: Path, code: str, marked: str, style: str
) -> None:
    text = marked.replace("⟦", "").replace("⟧", "")
    wanted = marked.partition("⟦")[2].partition("⟧")[0]
    replace(small / TOPICS, FIRST, written(text, style))
    found = located(kehoach, small)
    assert {rule for rule, _, _ in found} == {code}
    assert len(found) == 1
    words = found[0][1]
    # On a folded text the caret ends with its line, or stands on the next one where the slip is there.
    assert words == wanted or (style == "folded" and words and (wanted.startswith(words) or wanted.endswith(words)))


@pytest.mark.parametrize("text", SILENT)
def test_near_misses_stay_silent(kehoach: Kehoach, small: Path, text: str) -> None:
    replace(small / TOPICS, FIRST, json.dumps(text, ensure_ascii=False))
    assert located(kehoach, small) == []


MIXED = [
    ("KH521", "Công tác quản lý trường học.", "Công tác ⟦quản lí⟧ lớp học."),
    ("KH521", "Các kỳ thi, định kỳ hằng tháng.", "Nhà trường tổ chức ⟦Kì thi⟧ chọn học sinh giỏi."),
    ("KH522", "Xóa mù chữ, văn hóa đọc.", "Phong trào văn ⟦hoá⟧ đọc."),
    ("KH523", "Giai đoạn 2026-2030, 2026-2035.", "Giai đoạn ⟦2026 - 2031⟧."),
    ("KH524", "Phòng, chống ma túy; phòng, chống bạo lực.", "Công tác ⟦phòng chống⟧ đuối nước."),
    ("KH524", "Tổ chức hằng năm, hằng tháng.", "Tổ chức ⟦hàng năm⟧."),
    ("KH524", "Tuyến “A” và “B”.", 'Tuyến ⟦"C"⟧ và nhiều nữa.'),
    ("KH524", "UBND phường chỉ đạo, UBND phường đề nghị.", "⟦UBND Phường⟧ chỉ đạo."),
]  # fmt: skip


@pytest.mark.parametrize(("code", "usual", "marked"), MIXED)
def test_the_rarer_of_two_forms_is_found_where_it_stands(
    kehoach: Kehoach, small: Path, code: str, usual: str, marked: str
) -> None:
    replace(small / TOPICS, FIRST, json.dumps(usual, ensure_ascii=False))
    rare = marked.replace("⟦", "").replace("⟧", "")
    replace(small / TOPICS, SECOND, f"'{rare}'")
    found = located(kehoach, small)
    assert found[0][:2] == (code, marked.partition("⟦")[2].partition("⟧")[0])
    assert {rule for rule, _, _ in found} == {code}
    replace(small / TOPICS, f"'{rare}'", "Bài viết khác.")
    assert located(kehoach, small) == []


@pytest.mark.parametrize(
    ("old", "new", "found"),
    [
        ("name: Nguyễn Văn", "name: Nguyễn\u00a0Văn", ("KH506", "\u00a0", "plan.yaml")),
        ("name: Nguyễn", "name: Nguуễn", ("KH505", "у", "plan.yaml")),
        ("- TM. ỦY", "- TM. UỶ", ("KH522", "UỶ", "plan.yaml")),
    ],
)
def test_the_signature_is_read_as_closely_as_the_text(
    kehoach: Kehoach, small: Path, old: str, new: str, found: tuple[str, str, str]
) -> None:
    replace(small / "plan.yaml", old, new)
    assert located(kehoach, small) == [found]


@pytest.mark.parametrize(
    ("usual", "rare", "said"),
    [
        ("Định kỳ hằng tháng, các kỳ thi.", "Nhà trường tổ chức Kì thi.", "`Kì thi`, 1 chỗ khác viết `kỳ thi`"),
        ("Họp hằng tháng, hằng năm.", "Tổng kết hàng năm.", "`hàng năm`, 1 chỗ khác viết `hằng năm`"),
        ("Cán bộ tận tụy, tùy nội dung.", "Lựa chọn tuỳ nội dung.", "`tuỳ`, 1 chỗ khác viết `tùy`"),
        ("Cán bộ tận tụy với công việc, xóa mù chữ.", "Lựa chọn tuỳ nội dung.", "`tuỳ`, 7 chỗ khác viết như `Ủy`"),
        ("Cán bộ tận tụy với công việc, xóa mù chữ.", "Làm khoá cửa.", "`khoá`, 7 chỗ khác viết như `hóa`"),
    ],
)
def test_the_form_beside_a_rarer_one_is_of_the_same_word_or_said_to_be_like_it(
    kehoach: Kehoach, small: Path, usual: str, rare: str, said: str
) -> None:
    replace(small / TOPICS, FIRST, usual)
    replace(small / TOPICS, SECOND, rare)
    assert said in kehoach("-C", small, "check").out


def test_a_unit_whose_name_goes_on_is_named_rightly(kehoach: Kehoach, small: Path) -> None:
    center = "Trung tâm Văn hóa - Thông tin và Thể thao phường"
    unit = f"  - id: tt\n    name: {center}\n    kind: center\n"
    replace(small / UNITS, "  - id: ubnd\n", f"{unit}  - id: ubnd\n")
    replace(small / TOPICS, FIRST, f"Phối hợp với {center}, Trung tâm Văn hóa - Thông tin.")
    assert located(kehoach, small) == []
    replace(small / TOPICS, "Trung tâm Văn hóa - Thông tin.", "Trung tâm Văn hóa - Điện ảnh.")
    assert located(kehoach, small) == [("KH503", "Trung tâm Văn hóa - Điện ảnh", TOPICS)]


def test_the_products_open_with_the_same_words(kehoach: Kehoach, small: Path) -> None:
    products = "".join(f"      - id: p{n}\n        text: Tuyến thông tin về việc {n}.\n" for n in range(8))
    replace(small / TOPICS, "      - id: tin-mam-non\n", f"{products}      - id: tin-mam-non\n")
    replace(small / TOPICS, "text: Tuyến thông tin về mầm non.", "text: Tuyến, thông tin về mầm non.")
    assert located(kehoach, small) == [("KH515", "Tuyến, thông tin", TOPICS)]
    replace(small / TOPICS, "text: Tuyến, thông tin về mầm non.", 'text: "- Tuyến thông tin về mầm non."')
    assert located(kehoach, small) == [("KH514", "-", TOPICS)]
    replace(small / TOPICS, '"- Tuyến thông tin về mầm non."', "1. Tuyến thông tin về mầm non.")
    assert [code for code, *_ in located(kehoach, small)] == ["KH107"]
    replace(small / TOPICS, "text: 1. Tuyến thông tin về mầm non.", "text: Thông tin về mầm non.")
    assert located(kehoach, small) == []


def test_a_word_that_slipped_into_a_compound_is_found(kehoach: Kehoach, small: Path) -> None:
    replace(small / TOPICS, FIRST, "Nội dung một, nội dung hai, nội dung ba, nội dung bốn, nội dung năm.")
    replace(small / TOPICS, SECOND, "Gắn với nội ý dung môn học.")
    assert located(kehoach, small) == [("KH504", "ý", TOPICS)]


PLAN, UNITS = "plan.yaml", "units.yaml"
RECIPIENTS = "  - Các phòng, đơn vị, trường học\n"
AGREEMENT = [
    ("KH561", UNITS, "  - id: ubnd\n", "  - id: tt\n    name: Trung tâm Y tế phường\n    kind: center\n    duties:\n      - Phối hợp tuyên truyền.\n  - id: ubnd\n", "tt", UNITS),
    ("KH562", PLAN, RECIPIENTS, "  - Phòng VHXH\n", "csgd", TOPICS),
    ("KH563", UNITS, "    kind: school\n", "    kind: school\n  - id: phong\n    name: Tổ chuyên môn\n    kind: class\n    members: [vhxh]\n    duties:\n      - Phối hợp.\n", "phong", UNITS),
    ("KH564", TOPICS, "title: Truyền thông chính sách\n    lead: ubnd\n    units: [vhxh, csgd]", "title: Giáo dục thường xuyên\n    lead: ubnd\n    units: [vhxh, mam-non]", "mam-non", TOPICS),
    ("KH565", PLAN, "  month: 3\n", "  month: 5\n", "5", PLAN),
    ("KH565", TOPICS, "schedule: Trước ngày 20/11", "schedule: Trước ngày 20/02/2026", "Trước ngày 20/02/2026", TOPICS),
    ("KH565", PLAN, "  month: 3\n", "  day: 20\n  month: 7\n", "Quý I, II", TOPICS),
    ("KH565", TOPICS, "schedule: Trước ngày 20/11", "schedule: Tháng 1, tháng 2", "Tháng 1, tháng 2", TOPICS),
    ("KH564", TOPICS, "title: Truyền thông chính sách\n    lead: ubnd\n    units: [vhxh, csgd]", "title: Tuyển sinh vào lớp 6\n    lead: ubnd\n    units: [vhxh, mam-non]", "mam-non", TOPICS),
    ("KH566", PLAN, "    - PHƯỜNG MẪU\n", "    - XÃ MẪU\n", "XÃ", PLAN),
]  # fmt: skip


@pytest.mark.parametrize(("code", "file", "old", "new", "words", "where"), AGREEMENT)
def test_what_the_plan_says_against_itself_is_found(
    kehoach: Kehoach, small: Path, code: str, file: str, old: str, new: str, words: str, where: str
) -> None:
    if code == "KH563":
        replace(small / PLAN, RECIPIENTS, "  - Phòng VHXH\n  - Các cơ sở giáo dục\n")
    replace(small / file, old, new)
    assert (code, words, where) in located(kehoach, small)


@pytest.mark.parametrize(
    ("line", "rules"),
    [
        ("Các cơ sở giáo dục", []),
        ("Các cơ sở, giáo dục", []),
        ("Các cơ sở giáo,, dục", ["KH513"]),
        ("Các cơ sở sở giáo dục", ["KH501"]),
        ("Các cơ sở giáo dụcc", ["KH503"]),
        ("Các cơ quan", []),
        ("Các trường", ["KH562"]),
        ("Các cơ sở y tế", ["KH562"]),
    ],
)
def test_a_slip_in_a_recipient_is_not_a_recipient_missed(
    kehoach: Kehoach, small: Path, line: str, rules: list[str]
) -> None:
    replace(small / PLAN, RECIPIENTS, f"  - Phòng VHXH\n  - {line}\n")
    assert sorted({code for code, _, _ in located(kehoach, small)}) == rules


def test_an_unknown_unit_is_one_finding_and_no_agreement_is_judged(kehoach: Kehoach, small: Path) -> None:
    replace(small / TOPICS, "units: [vhxh, csgd]", "units: [vhxx, csgd]")
    assert [code for code, _, _ in located(kehoach, small)] == ["KH203"]


def accept(code: str, text: str, reason: str = "nguyên văn", indent: int = 8) -> str:
    space = " " * indent
    return f"{space}accept:\n{space}  - code: {code}\n{space}    text: {text}\n{space}    reason: {reason}\n"


@pytest.mark.parametrize("text", ["về về", "thông tin về về chính sách"])
def test_a_finding_is_accepted_in_place_with_a_reason(kehoach: Kehoach, small: Path, text: str) -> None:
    replace(small / TOPICS, f"text: {FIRST}\n", f"text: Tuyến thông tin về về chính sách.\n{accept('KH501', text)}")
    assert located(kehoach, small) == []
    replace(small / TOPICS, "text: Bài viết về chính sách.", "text: Bài viết về về chính sách.")
    assert located(kehoach, small) == [("KH501", "về về", TOPICS)], "an acceptance holds for its own record only"


@pytest.mark.parametrize(
    ("accepted", "words", "said"),
    [
        (accept("KH501", "của của"), "của của", "không có cảnh báo KH501"),
        (accept("KH502", "về về"), "về về", "không có cảnh báo KH502"),
        (accept("KH510", "về về"), "KH510", "không phải mã"),
        (accept("KH203", "về về"), "KH203", "không phải mã"),
    ],
)
def test_an_acceptance_of_nothing_is_found(kehoach: Kehoach, small: Path, accepted: str, words: str, said: str) -> None:
    replace(small / TOPICS, f"text: {FIRST}\n", f"text: Tuyến thông tin về về chính sách.\n{accepted}")
    assert located(kehoach, small) == [("KH501", "về về", TOPICS), ("KH591", words, TOPICS)]
    assert said in kehoach("-C", small, "check").out


@pytest.mark.parametrize(
    ("file", "old", "new", "found"),
    [
        # A sign of a broken code page is printable; what stands around it is no word to be judged.
        (TOPICS, "Bài viết về chính sách.", "Bài viết về ch\ufffdnh sách.", [("KH003", TOPICS)]),
        (TOPICS, "Bài viết về chính sách.", "Bài viết về chính\u200bsách.", [("KH003", TOPICS)]),
        (TOPICS, "Bài viết về chính sách.", "Tuyªn truyÒn, chèng ®uèi n\u00adíc cho trÎ em.", [("KH003", TOPICS)]),
        (TOPICS, "Bài viết về chính sách.", "C¨n cø NghÞ ®Þnh sè 30/2020/N§-CP cña ChÝnh phñ.", [("KH003", TOPICS)]),
        (TOPICS, "Bài viết về chính sách.", "Tuyeân truyeàn, choáng ñuoái nöôùc cho hoïc sinh.", [("KH003", TOPICS)]),
    ],
)
def test_a_hidden_sign_is_one_finding(
    kehoach: Kehoach, small: Path, file: str, old: str, new: str, found: list[tuple[str, str]]
) -> None:
    replace(small / file, old, new)
    assert [(code, where) for code, _, where in located(kehoach, small)] == found


@pytest.mark.parametrize("sign", ["\x0b", "\x0c", "\x85", "\u2028", "\u2029", " \x0b", "\\v", "\\N", "\\L"])
def test_a_break_of_word_is_read_as_the_space_that_it_stands_for(kehoach: Kehoach, small: Path, sign: str) -> None:
    replace(small / TOPICS, FIRST, f'"Tuyến thông tin, bài viết về,{sign}chính sách về về dân số."')
    found = located(kehoach, small)
    assert sorted(code for code, *_ in found) == ["KH003", "KH501"]
    assert ("KH501", "về về", TOPICS) in found or "\\" in sign  # what stands behind an escape is not located
    assert "gợi ý: thay bằng một dấu cách" in kehoach("-C", small, "check").out


def test_what_mending_put_in_is_not_judged(kehoach: Kehoach, small: Path) -> None:
    replace(small / PLAN, "xây dựng kế hoạch như sau", "xây dựng “kế hoạch”\n  cụ thể như sau:")
    assert [code for code, _, _ in located(kehoach, small)] == ["KH005"]


def test_an_issuer_mistyped_is_no_unit_left_out(kehoach: Kehoach, small: Path) -> None:
    replace(small / PLAN, RECIPIENTS, "  - Phòng VHXH\n  - Các cơ sở giáo dục\n")
    assert located(kehoach, small) == []
    replace(small / PLAN, "unit: ubnd", "unit: udnb")
    assert located(kehoach, small) == [("KH203", "udnb", PLAN)]


@pytest.mark.parametrize(
    "text",
    [
        "Hội thi tại phường Ngã Năm năm 2026.",
        "Các dòng họ Lò, Cà, Lường, Tòng đạt danh hiệu.",
        "Mùa hoa phượng nở, phường phát động thi đua; phường trao quà, phường tổng kết.",
    ],
)
def test_names_are_no_slips(kehoach: Kehoach, small: Path, text: str) -> None:
    replace(small / TOPICS, FIRST, text)
    assert located(kehoach, small) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Bài viết trau dồi kiến thức, trao dồi đạo đức.", ["trao dồi"]),
        ("Đi thăm quan bảo tàng.", ["thăm quan"]),
        ("Chủ chương của Đảng về giáo dục.", ["Chủ chương"]),
        ("Hồ sơ xuất khẩu; chủ chương trình; thành tựu chung của cả nước.", []),
        ("Kết quả của lop1 và lop2.", []),
    ],
)
def test_words_taken_for_others(kehoach: Kehoach, small: Path, text: str, found: list[str]) -> None:
    replace(small / TOPICS, FIRST, text)
    assert [(code, words) for code, words, _ in located(kehoach, small)] == [("KH503", words) for words in found]


@pytest.mark.parametrize("place", ["Pá Khoang", "Đăk Bla"])
def test_a_place_may_have_any_name(kehoach: Kehoach, small: Path, place: str) -> None:
    replace(small / PLAN, "place: Mẫu", f"place: {place}")
    assert ("KH502", place.split(maxsplit=1)[0], PLAN) not in located(kehoach, small)


def test_a_report_has_a_day_that_the_calendar_has(kehoach: Kehoach, small: Path) -> None:
    (small / "reports").mkdir()
    text = "date:\n  day: 31\n  month: 6\n  year: 2026\n"
    (small / "reports/2026-Q2.yaml").write_text(text, encoding="utf-8", newline="\n")
    assert located(kehoach, small) == [("KH302", "31", "reports/2026-Q2.yaml")]


@pytest.mark.parametrize(
    ("wrong", "right"),
    [("29/CT/TW", "29-CT/TW"), ("07/CT/TTg", "07/CT-TTg"), ("71/NQ-TW", "71-NQ/TW"), ("45-QĐ/UBND", "45/QĐ-UBND")],
)
def test_the_remedy_for_a_symbol_is_right_itself(kehoach: Kehoach, small: Path, wrong: str, right: str) -> None:
    replace(small / TOPICS, FIRST, f"Theo Quyết định số {wrong}.")
    assert f"viết `{right}`" in kehoach("-C", small, "check").out
    replace(small / TOPICS, wrong, right)
    assert "viết sai dạng" not in kehoach("-C", small, "check").out


def test_an_acceptance_needs_its_reason(kehoach: Kehoach, small: Path) -> None:
    accepted = accept("KH501", "về về").partition("            reason")[0]
    replace(small / TOPICS, f"text: {FIRST}\n", f"text: Tuyến thông tin về về chính sách.\n{accepted}")
    assert ("KH012", "c", TOPICS) in located(kehoach, small)


@pytest.mark.parametrize(
    ("file", "old", "new", "accepted"),
    [
        (PLAN, "Theo dõi thông tin tại", "Theo dõi thông tin tại tại", accept("KH501", "tại tại", indent=8)),
        (PLAN, "phường Mẫu xây dựng", "phường Mẫu xây xây dựng", ""),
        (UNITS, "Chủ trì tham mưu.", "Chủ trì tham mưu về về.", accept("KH501", "về về", indent=4)),
    ],
)
def test_acceptances_stand_in_sections_units_and_the_plan_itself(
    kehoach: Kehoach, small: Path, file: str, old: str, new: str, accepted: str
) -> None:
    replace(small / file, old, new)
    assert [code for code, _, _ in located(kehoach, small)] == ["KH501"]
    if file == UNITS:
        replace(small / file, f"      - {new}\n", f"      - {new}\n{accepted}")
    elif accepted:
        replace(small / file, "        insert: channels\n", f"        insert: channels\n{accepted}")
    else:
        path = small / file
        path.write_text(path.read_text(encoding="utf-8") + accept("KH501", "xây xây", indent=0), encoding="utf-8")
    assert located(kehoach, small) == []


def test_a_plan_older_than_what_it_cites_is_one_finding_on_its_own_date(kehoach: Kehoach, small: Path) -> None:
    replace(small / PLAN, "  month: 3\n", "  month: 1\n")
    replace(small / TOPICS, FIRST, "Nghị định số 30/2026/NĐ-CP ngày 06/4/2026 của Chính phủ về chính sách.")
    assert located(kehoach, small) == [("KH549", "1", PLAN)]
    path = small / PLAN
    path.write_text(path.read_text(encoding="utf-8") + accept("KH549", "1", indent=0), encoding="utf-8")
    assert located(kehoach, small) == []


@pytest.mark.parametrize("wrong", ["08/2022/NĐ/CP", "08/2022/ND-CP", "08/2022/NĐCP", "08 / 2022/NĐ - CP"])
def test_a_document_cited_in_a_wrong_form_has_been_cited(kehoach: Kehoach, small: Path, wrong: str) -> None:
    basis = f"Căn cứ Nghị định số {wrong} ngày 10/01/2022 của Chính phủ"
    replace(small / PLAN, "opening: Ủy ban", f"  - {basis}\nopening: Ủy ban")
    replace(small / PLAN, "bullet: Cụ thể hóa", "bullet: Theo Nghị định số 08/2022/NĐ-CP, cụ thể hóa")
    assert [code for code, _, _ in located(kehoach, small)] == ["KH541"]
    replace(small / PLAN, basis, "Căn cứ Nghị định số 09/2022/NĐ-CP ngày 10/01/2022 của Chính phủ")
    assert [code for code, _, _ in located(kehoach, small)] == ["KH542"]


def test_a_document_of_a_later_sunday_is_later_and_no_more(kehoach: Kehoach, small: Path) -> None:
    replace(small / PLAN, "ngày 13/02/2026", "ngày 14/6/2026")
    assert [(code, words) for code, words, _ in located(kehoach, small)] == [("KH549", "ngày 14/6/2026")]
    replace(small / PLAN, "ngày 14/6/2026", "ngày 15/02/2026")
    assert [(code, words) for code, words, _ in located(kehoach, small)] == [("KH546", "ngày 15/02/2026")]


def test_accepting_changes_no_printed_word(kehoach: Kehoach, small: Path) -> None:
    replace(small / TOPICS, f"text: {FIRST}\n", f"text: Tuyến thông tin về về chính sách.\n{accept('KH501', 'về về')}")
    page = small.parent / "a.html"
    assert kehoach("-C", small, "plan", "-o", page).code == 0
    assert "thông tin về về chính sách" in page.read_text(encoding="utf-8")
    assert "nguyên văn" not in page.read_text(encoding="utf-8")


def record(small: Path, title: str) -> None:
    """Write a result with this title."""
    folder = small / "progress/2026/Q2"
    folder.mkdir(parents=True)
    entry = f"id: k3v9x2qa\ndate: 2026-04-15\nproduct: tin-chinh-sach\nunit: vhxh\ntitle: {title}\n"
    (folder / "20260415-vhxh-tin-chinh-sach-k3v9x2qa.yaml").write_text(entry, encoding="utf-8")


def test_report_texts_and_entries_are_read_too(kehoach: Kehoach, small: Path) -> None:
    (small / "reports").mkdir()
    (small / "reports/2026-Q2.yaml").write_text("limits:\n  - Kinh phí còn còn hạn chế.\n", encoding="utf-8")
    folder = small / "progress/2026/Q2"
    folder.mkdir(parents=True)
    entry = "id: k3v9x2qa\ndate: 2026-04-15\nproduct: tin-chinh-sach\nunit: vhxh\ntitle: Ngày hội đọc sách – quý II\n"
    (folder / "20260415-vhxh-tin-chinh-sach-k3v9x2qa.yaml").write_text(entry, encoding="utf-8")
    found = located(kehoach, small)
    assert [(code, words) for code, words, _ in found] == [("KH512", "–"), ("KH501", "còn còn")]
    accepted = f"{entry}{accept('KH512', '–', indent=0)}"
    (folder / "20260415-vhxh-tin-chinh-sach-k3v9x2qa.yaml").write_text(accepted, encoding="utf-8")
    assert [code for code, _, _ in located(kehoach, small)] == ["KH501"]
    assert kehoach("-C", small, "entries").code == 0


@pytest.mark.parametrize(
    ("title", "found"),
    [
        ("Tọa đàm sáng thứ Hai, ngày 12/11/2026", [("KH538", "thứ Hai, ngày 12/11/2026")]),
        ("Tọa đàm sáng thứ Năm, ngày 12/11/2026", []),
        ("Tọa đàm ngày 31/9/2026", [("KH545", "31/9/2026")]),
        ("Tọa đàm ngày 31 tháng 9 năm 2026", [("KH545", "31 tháng 9 năm 2026")]),
        ("Tọa đàm ngày 5/9/2026", []),  # how a day is written is not judged in a headline
        ("Mít tinh Ngày Nhà giáo Việt Nam (21/11)", [("KH538", "21/11")]),
    ],
)
def test_the_days_in_the_title_of_an_entry_are_those_of_the_calendar(
    kehoach: Kehoach, small: Path, title: str, found: list[tuple[str, str]]
) -> None:
    record(small, title)
    assert [(code, words) for code, words, _ in located(kehoach, small)] == found


def test_a_day_that_cannot_be_is_found_behind_one_that_can_in_the_same_words(kehoach: Kehoach, small: Path) -> None:
    record(small, "Báo cáo ngày 30/9")
    entry = "id: b3v9x2qa\ndate: 2026-04-16\nproduct: tin-chinh-sach\nunit: vhxh\ntitle: Báo cáo ngày 31/9\n"
    file = small / "progress/2026/Q2/20260416-vhxh-tin-chinh-sach-b3v9x2qa.yaml"
    file.write_text(entry, encoding="utf-8")
    assert [(code, words) for code, words, _ in located(kehoach, small)] == [("KH545", "31/9")]


@pytest.mark.parametrize(
    ("title", "found"),
    [
        ("Nhà trường hổ trợ học sinh khó khăn", [("KH503", "hổ trợ")]),
        ("Phụ hunh cùng con đọc sách", [("KH503", "Phụ hunh")]),
        ("Chia sẽ yêu thương", [("KH503", "Chia sẽ")]),  # where both stand side by side, too
        ("Trao xuất quà cho học sinh nghèo", [("KH503", "xuất quà")]),
        ("Lễ khai giảng ở Mầm non Hoa Giấy, xã Gio Linh", []),
        ("Em Đặng Hải Đăng đoạt giải chạy", []),
        ("Phòng văn hóa - xã hội tập huấn", []),  # capitals are not judged in a headline
    ],
)
def test_words_in_the_title_of_an_entry_are_read(
    kehoach: Kehoach, small: Path, title: str, found: list[tuple[str, str]]
) -> None:
    record(small, title)
    assert [(code, words) for code, words, _ in located(kehoach, small)] == found


@pytest.mark.parametrize(
    ("said", "rules"),
    [
        ("Cụ thể hoá kế hoạch.", ["KH522"]),
        ("Cụ thể hóa kế hoạch.", []),
        (
            "Cụ thể hoá, hiện đại hoá, văn hoá, số hoá, xã hội hoá, tin học hoá, cứng hoá, ngói hoá.",
            [],
        ),  # its own way, and the more frequent one
    ],
)
def test_a_report_is_written_as_the_plan_whose_words_it_prints(
    kehoach: Kehoach, small: Path, said: str, rules: list[str]
) -> None:
    (small / "reports").mkdir()
    (small / "reports/2026-Q2.yaml").write_text(f"limits:\n  - {said}\n", encoding="utf-8")
    assert [code for code, _, file in located(kehoach, small) if file.startswith("reports/")] == rules
    assert not [code for code, _, file in located(kehoach, small) if not file.startswith("reports/")]


def test_warnings_stop_nothing_and_strict_counts_them(kehoach: Kehoach, small: Path) -> None:
    replace(small / TOPICS, FIRST, "Tuyến thông tin về về chính sách.")
    assert kehoach("-C", small, "check").code == 0
    assert kehoach("-C", small, "check", "--strict").code == 1
    replace(small / TOPICS, "về về", "về")
    replace(small / TOPICS, SECOND, "Bài viết cho PHHS.")
    assert kehoach("-C", small, "check", "--strict").code == 0, "a note is no warning"


def test_what_is_found_in_the_real_plan_was_read_one_by_one(kehoach: Kehoach, real: Path) -> None:
    """tests/data/real-findings.txt: reviewed by hand against the issued text; a new finding has to be, too."""
    found = [f"{file} {code} {words}" for code, words, file in located(kehoach, real)]
    reviewed = (REPOSITORY / "tests/data/real-findings.txt").read_text(encoding="utf-8").splitlines()
    assert found == [line.partition("  # ")[0] for line in reviewed if not line.startswith("#")]


# Kinds of mistakes that a careful editor marks in the real plan; rules must find the kind, wherever it stands.
EDITOR = [
    "KH501 về về", "KH521 quản lí", "KH513 ...,", "KH503 từ", "KH514 ;", "KH523 2025 - 2026",
    "KH524 UBND Thành phố", "KH524 UBND Phường", "KH532 ủy ban nhân dân", "KH536 Thông qua", "KH522 Uỷ",
    "KH532 phòng Văn hóa - Xã hội", "KH512 –", "KH534 Nghị Quyết", "KH534 Luật nhà giáo", "KH534 Luật giáo dục",
    "KH532 Ủy ban thường vụ Quốc hội", "KH541 218/2025/QH15", "KH532 Bộ chính trị", "KH523 năm 2025-2026",
    "KH515 Tuyến, thông tin", "KH514 c", "KH504 ý", "KH521 hoạt lí", "KH503 Nhà giáo dân nhân dân",
    "KH532 Nhà giáo ưu", "KH532 thủ tướng chính phủ", "KH503 Chương trình, mục tiêu quốc gia",
    "KH542 671/KH-SGDĐT", "KH548 kế hoạch", "KH551 PHHS", "KH511 ,", "KH533 nhân dân", "KH531 Mầm non",
    "KH562 kthtdt", "KH563 vp", "KH564 csgd-pt", "KH561 ttvhtt", "KH524 trung ương", "KH524 phòng, chống",
]  # fmt: skip


def test_the_real_plan_shows_every_kind_of_mistake_that_an_editor_marks(kehoach: Kehoach, real: Path) -> None:
    found = {f"{code} {words}" for code, words, _ in located(kehoach, real)}
    assert not [kind for kind in EDITOR if not any(one.startswith(kind) for one in found)]


def test_every_wording_rule_has_a_case() -> None:
    shown = {code for code, _ in FOUND} | {row[0] for row in MIXED} | {row[0] for row in AGREEMENT}
    assert {rule.code for rule in all_rules()} - shown == {"KH504", "KH515", "KH591"}, "shown in tests of their own"


def test_what_speaks_for_others_are_rules() -> None:
    codes = {*SPEAKS_FOR, *(code for others in SPEAKS_FOR.values() for code in others)}
    assert codes <= {rule.code for rule in all_rules()}


def test_every_syllable_of_the_real_plan_is_one() -> None:
    text = (REPOSITORY / "tests/data/ke-hoach-phuc-loi-2026.txt").read_text(encoding="utf-8")
    words = {word for word in re.findall(r"[^\W\d_]+", text) if not word.isascii() and not word.isupper()}
    assert len(words) > 400
    assert not [word for word in words if not is_syllable(word.lower()) and word[1:].islower()]


@pytest.mark.parametrize("word", ["đươc", "nghành", "thưc", "hòan", "qúy", "kách", "nge", "gẻ", "tuyễnn", "họcc"])
def test_what_cannot_be_a_syllable(word: str) -> None:
    assert not is_syllable(word)


@pytest.mark.parametrize(("old", "new"), [("hòa", "hoà"), ("Ủy", "Uỷ"), ("khỏe", "khoẻ"), ("thúy", "thuý")])
def test_two_places_of_a_tone_mark_are_one_word(old: str, new: str) -> None:
    assert (tone_style(old), tone_style(new)) == ("old", "new")
    assert without_style(new) == old
    assert not tone_style("quý")
    assert not tone_style("toàn")
    assert with_tone("duc") == ["dúc", "dục"]


PIECES = st.lists(
    st.sampled_from(["Tuyến", "thông", "tin", "về", "(a)", "“b”", "c:", "'d'", '"e"', "x\\y", "#1", "ế", "1,5"]),
    min_size=1,
    max_size=30,
)


@given(words=PIECES, style=st.sampled_from(["double", "single", "folded", "literal"]), data=st.data())
def test_each_letter_of_a_value_is_found_in_its_file(words: list[str], style: str, data: st.DataObject) -> None:
    text = " ".join(words)
    if style == "folded" and len(words) == 1:
        style = "double"  # `written` has nothing to fold
    if style == "literal":
        lines = [" ".join(words[:5]), " ".join(words[5:])]
        value = "|-\n    " + "\n    ".join(line for line in lines if line)
    else:
        value = written(text, style)
    source = f"# đầu\na:\n  b: {value}\nc: 1\n"
    root, decoded, findings = read(source.encode(), "x.yaml")
    assert not findings
    scalar = root.values["a"].values["b"]  # type: ignore[union-attr]
    folded = re.sub(r"\s+", " ", scalar.value)
    assert folded == text
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    if text[start] == " ":
        return
    at = Letters(decoded).place(Located(folded, Location("x.yaml", *scalar.at[1:])), start, end)
    shown = decoded.split("\n")[at.line - 1][at.column - 1 : at.column - 1 + at.width]
    if style == "double":
        shown = shown.replace('\\"', '"').replace("\\\\", "\\")
    if style == "single":
        shown = shown.replace("''", "'")
    assert shown
    assert text[start:end].startswith(shown.rstrip()) or shown.startswith(text[start:end])


def test_two_spaces_are_printed_as_one_and_told(kehoach: Kehoach, small: Path) -> None:
    replace(small / TOPICS, "Bài viết về chính sách.", "Bài  viết về chính sách.  # ghi  chú")
    assert located(kehoach, small) == [("KH511", "  ", TOPICS)]


@pytest.mark.parametrize(
    ("wrong", "right", "code"),
    [
        ("Luật số 93/2025/QH16 ngày 27/6/2025 của Quốc hội", "Luật số 93/2025/QH15", "KH543"),
        ("Thông tư số 29/2024/TT-BGDDT ngày 30/12/2024 của Bộ", "Thông tư số 29/2024/TT-BGDĐT", "KH541"),
        ("Nghị quyết số 29-NQ-TW ngày 04/11/2013 của Trung ương", "Nghị quyết số 29-NQ/TW", "KH541"),
    ],
)
def test_a_slip_where_a_document_is_cited_first_is_one_finding(
    kehoach: Kehoach, small: Path, wrong: str, right: str, code: str
) -> None:
    replace(small / PLAN, "opening: Ủy ban", f"  - Căn cứ {wrong} về chính sách\nopening: Ủy ban")
    replace(small / TOPICS, FIRST, f"Tin về {right}.")
    assert [found for found, _, _ in located(kehoach, small)] == [code]


@pytest.mark.parametrize(
    ("subject", "rules"),
    [("triển khai nhiệm vụ năm học mới ở các trường", ["KH547"]), ("thi đua, khen thưởng trong các trường học", [])],
)
def test_a_document_with_two_numbers_has_one_day_and_one_subject(
    kehoach: Kehoach, small: Path, subject: str, rules: list[str]
) -> None:
    one = "Căn cứ Kế hoạch số 617/KH-SYT ngày 06/02/2026 của Sở Y tế về triển khai nhiệm vụ năm học mới ở các trường"
    other = f"Cụ thể hóa Kế hoạch số 671/KH-SYT ngày 06/02/2026 của Sở Y tế về {subject}; cụ thể hóa"
    replace(small / PLAN, "opening: Ủy ban", f"  - {one}\nopening: Ủy ban")
    replace(small / PLAN, "bullet: Cụ thể hóa", f"bullet: {other}")
    assert [code for code, _, _ in located(kehoach, small) if code != "KH542"] == rules


@pytest.mark.parametrize(
    ("wrong", "found"),
    [
        ("Hội nghị cùa phường về giáo dục.", "cùa"),
        ("Hạn là nm 2025, không phải năm 2026, năm 2027 hay năm 2028.", "nm"),
        ("Phối hợp với nhà trường vả gia đình.", "vả"),
        ("Thông tin vế công tác tuyển sinh.", "vế"),
        ("Bài viết hướng dẫn vè công tác tuyển sinh.", "vè"),
        ("Điều kiện của ngưi học và nhà giáo.", "ngưi"),
        ("Phổ biến cát quy định của pháp luật.", "cát"),
        ("Chọn một hoặc nhiều kênh sau dây cho từng sản phẩm.", "dây"),
        ("Phối hợp tổ chức lế tuyên dương học sinh.", "lế"),
    ],
)
def test_a_word_never_met_beside_its_neighbours_is_a_slip_of_one_that_is(
    kehoach: Kehoach, small: Path, wrong: str, found: str
) -> None:
    replace(small / TOPICS, "Bài viết về chính sách.", wrong)
    told = [(code, words) for code, words, _ in located(kehoach, small)]
    assert [one for one in told if one[0] != "KH533"] == [("KH507", found)]


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ("Phối hợp với Trung tâm Văn hóa - Thông tin và Thể dục phường.", "Trung tâm Văn hóa - Thông tin và Thể dục"),
        ("Phối hợp với Trung tâm Văn hóa - Truyền thông phường.", "Trung tâm Văn hóa - Truyền thông"),
        ("Phối hợp với Trung tâm Văn hóa - Thông tin và Thể thao phường.", ""),
        ("Phối hợp với Trung tâm Văn hóa - Thông tin và Thể dục thành phố.", ""),
    ],
)
def test_a_unit_under_a_name_half_right_is_told_in_the_plan_and_in_reports(
    kehoach: Kehoach, small: Path, said: str, found: str
) -> None:
    name = "Trung tâm Văn hóa - Thông tin và Thể thao phường"
    unit = f"  - id: ttvh\n    name: {name}\n    kind: center\n"
    replace(small / "units.yaml", "units:\n", f"units:\n{unit}")
    replace(small / TOPICS, "Bài viết về chính sách.", said)
    (small / "reports").mkdir(exist_ok=True)
    (small / "reports/2026-Q2.yaml").write_text(f"limits:\n  - {said}\n", encoding="utf-8", newline="\n")
    told = [(words, file) for code, words, file in located(kehoach, small) if code == "KH503"]
    assert told == ([(found, "reports/2026-Q2.yaml"), (found, TOPICS)] if found else [])


def test_the_plan_speaks_for_the_words_of_a_report(kehoach: Kehoach, small: Path) -> None:
    said = "Mở lớp vẽ tranh, tin về lớp vẽ tranh, hỏi đáp về lớp vẽ tranh."
    replace(small / TOPICS, "Bài viết về chính sách.", said)
    (small / "reports").mkdir(exist_ok=True)
    report = small / "reports/2026-Q2.yaml"
    report.write_text("limits:\n  - Tin về lớp vẻ tranh được đăng muộn.\n", encoding="utf-8", newline="\n")
    assert [(code, words) for code, words, _ in located(kehoach, small)] == [("KH503", "vẻ tranh")]


def test_where_a_citation_lacks_its_date_the_next_one_in_full_is_no_second(kehoach: Kehoach, small: Path) -> None:
    full = "Nghị quyết số 57-NQ/TW ngày 22/12/2024 của Bộ Chính trị về đột phá"
    replace(small / PLAN, "opening: Ủy ban", f"  - Căn cứ Nghị quyết số 57-NQ/TW\n  - Căn cứ {full}\nopening: Ủy ban")
    assert [code for code, _, _ in located(kehoach, small)] == ["KH542"]
    replace(small / PLAN, "bullet: Cụ thể hóa", f"bullet: Thực hiện {full}; cụ thể hóa")
    assert [code for code, _, _ in located(kehoach, small)] == ["KH542", "KH542"]


@pytest.mark.parametrize(
    "text",
    [
        "Nhà sàn văn hóa của bản.",
        "Tiêm vắc xin phòng sởi, tẩy giun bằng thuốc.",
        "Không tin quảng cáo thổi phồng công dụng.",
        "Cơ sở bán hủ tiếu phải có nắp đậy.",
        "Đêm đêm, ánh đèn lớp học vẫn sáng.",
    ],
)
def test_words_of_daily_life_are_no_strangers(kehoach: Kehoach, small: Path, text: str) -> None:
    replace(small / TOPICS, FIRST, f"{text} Phòng, sở, đến, phòng, sở, đến, phòng, sở, đến, dung, dung, dung.")
    assert [found for found in located(kehoach, small) if found[0] == "KH507"] == []


@pytest.mark.parametrize("word", ["kí", "kĩ", "lí", "mĩ", "quí", "hoà", "khoẻ", "thuỷ", "uỷ", "hoá"])
def test_a_word_in_another_style_is_no_slip(kehoach: Kehoach, small: Path, word: str) -> None:
    text = (
        f"Bài viết về {word} cho trường: kỷ, kỷ, kỷ, kỳ, kỳ, kỳ, ly, ly, ly, my, my, my, quy, quy, quy, hoa, hoa, hoa."
    )
    replace(small / TOPICS, "Bài viết về chính sách.", text)
    assert [found for found in located(kehoach, small) if found[0] == "KH502"] == []


def test_a_word_hardly_met_is_none_where_the_document_uses_it(kehoach: Kehoach, small: Path) -> None:
    replace(
        small / TOPICS,
        "Bài viết về chính sách.",
        "Bài viết về hát ru, hò, vè; hò và vè về phường, về trường, về quê; sữa chua, rã đông, rã đám.",
    )
    assert located(kehoach, small) == []


@pytest.mark.parametrize(
    ("first", "second", "found", "together"),
    [
        ("Quý I,II", "Quý I,II,III", ["7:KH511"], True),
        ("Quý I,II", "Quý I,II,II", ["17:KH305", "7:KH511"], True),
        ("Quý I,II,II", "Quý I,II", ["17:KH511", "7:KH305"], True),
        ("Quý I,II,V", "Quý I,II", ["17:KH511", "7:KH302"], True),
        ("Quý I,II,II", "Quý III", ["7:KH305", "7:KH511"], False),
        ("Quý I,II", "Quý III ,IV", ["17:KH511", "7:KH511"], False),
        ("Quý I, II nămm 2026", "Quý IV, nằmn 2026", ["17:KH502", "7:KH502"], False),
    ],
)
def test_schedules_with_one_defect_are_told_together(
    kehoach: Kehoach, small: Path, first: str, second: str, found: list[str], *, together: bool
) -> None:
    replace(small / TOPICS, "schedule: Quý I, II", f"schedule: {first}")
    replace(small / TOPICS, "schedule: Trước ngày 20/11", f"schedule: {second}")
    findings = json.loads(kehoach("-C", small, "check", "--format", "json").out)["findings"]
    assert sorted(f"{one['line']}:{one['code']}" for one in findings) == found
    assert any("(2 nội dung viết như vậy)" in one["message"] for one in findings) is together
