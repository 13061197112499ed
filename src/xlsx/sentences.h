#pragma once
// Why a workbook is refused: said once, wherever it is found out.

#include <string_view>

namespace primum::xlsx {

inline constexpr std::string_view kDamaged =
    "The Excel file is damaged: open it in Excel, save it again as 'Excel Workbook (.xlsx)', and "
    "send that.";
inline constexpr std::string_view kTooLarge =
    "The Excel file holds more than can be read at once: send a sheet of it as a CSV file.";
inline constexpr std::string_view kDocumentType =
    "The Excel file has a document type in its XML, which spreadsheet programs never write: save "
    "it again as 'Excel Workbook (.xlsx)' and send that.";
inline constexpr std::string_view kMacros =
    "The Excel file has macros: save it as 'Excel Workbook (.xlsx)', which leaves them out, and "
    "send that.";
inline constexpr std::string_view kPassword =
    "The Excel file is locked with a password: save it without one and send that.";
inline constexpr std::string_view kOldKind =
    "The Excel file is of the old kind (.xls): save it as 'Excel Workbook (.xlsx)' and send that.";
inline constexpr std::string_view kBinaryKind =
    "The Excel file is of the binary kind (.xlsb): save it as 'Excel Workbook (.xlsx)' and send "
    "that.";
inline constexpr std::string_view kOtherProgram =
    "The file is a spreadsheet of another kind (.ods): save it as 'Excel Workbook (.xlsx)' and "
    "send that.";
inline constexpr std::string_view kLinks =
    "The Excel file takes values from other workbooks: copy it, paste the cells as values, and "
    "send that.";
inline constexpr std::string_view kNoWorkbook =
    "The file is not an Excel workbook: send one that was saved as 'Excel Workbook (.xlsx)'.";

}  // namespace primum::xlsx
