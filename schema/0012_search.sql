-- Every public page that can be found by words, and the index over them: FTS5 on SQLite, tsvector on
-- PostgreSQL. src/store/text_index.h keeps both and asks both. The index is never copied: it is made
-- anew from the rows.

CREATE TABLE search_documents (
    number {counter} PRIMARY KEY,
    path TEXT NOT NULL UNIQUE,
    kind TEXT NOT NULL,
    title TEXT NOT NULL,
    summary TEXT NOT NULL DEFAULT '',
    body TEXT NOT NULL DEFAULT ''
) {strict};

{only sqlite}
CREATE VIRTUAL TABLE search_index USING fts5(
    title, summary, body,
    content = 'search_documents', content_rowid = 'number',
    tokenize = 'porter unicode61 remove_diacritics 2'
);
{end}

-- What FTS5 does by itself: letters without their accents, and signs separate words.
{only postgres}
CREATE FUNCTION search_plain(written text) RETURNS text
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
    SELECT translate(written,
        '!"#$%&()*+,-./:;<=>?@[\]^_`{|}~ÀÁÂÃÄÅÇÈÉÊËÌÍÎÏÑÒÓÔÕÖÙÚÛÜÝàáâãäåçèéêëìí'
     || 'îïñòóôõöùúûüýÿĀāĂăĄąĆćĈĉĊċČčĎďĒēĔĕĖėĘęĚěĜĝĞğĠġĢģĤĥĨĩĪīĬĭĮįİĴĵĶķĹĺĻļĽľŃ'
     || 'ńŅņŇňŌōŎŏŐőŔŕŖŗŘřŚśŜŝŞşŠšŢţŤťŨũŪūŬŭŮůŰűŲųŴŵŶŷŸŹźŻżŽžǍǎǏǐǑǒǓǔǕǖǗǘǙǚǛǜḀḁ'
     || 'ḂḃḄḅḆḇḈḉḊḋḌḍḎḏḐḑḒḓḔḕḖḗḘḙḚḛḜḝḞḟḠḡḢḣḤḥḦḧḨḩḪḫḬḭḮḯḰḱḲḳḴḵḶḷḸḹḺḻḼḽḾḿṀṁṂṃṄṅṆṇ'
     || 'ṈṉṊṋṌṍṎṏṐṑṒṓṔṕṖṗṘṙṚṛṜṝṞṟṠṡṢṣṤṥṦṧṨṩṪṫṬṭṮṯṰṱṲṳṴṵṶṷṸṹṺṻṼṽṾṿẀẁẂẃẄẅẆẇẈẉẊẋẌẍ'
     || 'ẎẏẐẑẒẓẔẕẖẗẘẙẠạẢảẤấẦầẨẩẪẫẬậẮắẰằẲẳẴẵẶặẸẹẺẻẼẽẾếỀềỂểỄễỆệỈỉỊịỌọỎỏỐốỒồỔổỖỗỘộ'
     || 'ỚớỜờỞởỠỡỢợỤụỦủỨứỪừỬửỮữỰựỲỳỴỵỶỷỸỹ',
        '                               aaaaaaceeeeiiiinooooouuuuyaaaaaaceeeeii'
     || 'iinooooouuuuyyaaaaaaccccccccddeeeeeeeeeegggggggghhiiiiiiiiijjkklllllln'
     || 'nnnnnoooooorrrrrrssssssssttttuuuuuuuuuuuuwwyyyzzzzzzaaiioouuuuuuuuuuaa'
     || 'bbbbbbccddddddddddeeeeeeeeeeffgghhhhhhhhhhiiiikkkkkkllllllllmmmmmmnnnn'
     || 'nnnnoooooooopppprrrrrrrrssssssssssttttttttuuuuuuuuuuvvvvwwwwwwwwwwxxxx'
     || 'yyzzzzzzhtwyaaaaaaaaaaaaaaaaaaaaaaaaeeeeeeeeeeeeeeeeiiiioooooooooooooo'
     || 'oooooooooouuuuuuuuuuuuuuyyyyyyyy')
$$;

ALTER TABLE search_documents ADD COLUMN words tsvector GENERATED ALWAYS AS (
    setweight(to_tsvector('english', search_plain(title)), 'A')
    || setweight(to_tsvector('english', search_plain(summary)), 'B')
    || setweight(to_tsvector('english', search_plain(body)), 'D')
) STORED;
CREATE INDEX search_index ON search_documents USING gin (words);
{end}
