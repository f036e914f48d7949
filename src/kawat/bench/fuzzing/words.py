"""Words that mean something to what is fuzzed: put into inputs, they lead where chance alone would not."""

from __future__ import annotations


def _bytes(text: str) -> tuple[bytes, ...]:
    return tuple(line.encode() for line in text.strip("\n").split("\n"))


PAGE = (
    *_bytes(
        """<div>
<p>
<article>
<table><tr><td>
<blockquote>
<ul><li>
<br>
<h1>
</div>
</p>
<!--
-->
<![CDATA[
]]>
<script type="application/ld+json">
</script>
<style>
<noscript>
<template>
<svg><foreignObject>
<iframe srcdoc="
<meta property="og:title" content="
<meta property="article:published_time" content="2025-08-14T09:30:00+07:00">
<meta name="author" content="
<meta charset="utf-7">
<link rel="canonical" href="
<link rel="canonical" href="http://[">
<base href="
<time datetime="
<html lang="id">
<title>
{"@type": "NewsArticle", "headline": "
"articleBody": "
"datePublished": "
"author": [{"name": ["
{"@graph": [
[[[[
&#x110000;
&#0;
&amp;amp;
&nbsp;
Editor:
Penulis:
Baca juga:
Read more:
Scroll to continue with content
ADVERTISEMENT
(ant/rtr)
JAKARTA, KOMPAS.com -
LONDON (Reuters) -
Jakarta, 14 Agustus 2025 09:30 WIB
Updated 14 August 2025 9:30 am GMT
Share on Facebook | Twitter
Copyright (c) 2025
--
//
 |
 ,
..."""
    ),
    b"\xff\xfe",
    b"\xfe\xff",
    b"\xef\xbb\xbf",
    b"\x1b$B",
    b"%PDF-1.7",
    b"\x00\x00",
    b"\r\n\r\n",
    b"\t",
)
FEED = (
    *_bytes(
        """<?xml version="1.0" encoding="utf-16"?>
<rss version="2.0"><channel>
<feed xmlns="http://www.w3.org/2005/Atom">
<rdf:RDF xmlns="http://purl.org/rss/1.0/">
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
<sitemapindex>
<sitemap><loc>https://kabar.example/map.xml</loc></sitemap>
<url><loc>https://kabar.example/1</loc><lastmod>2025-08-14</lastmod></url>
<news:publication_date>
<item>
</item>
<entry>
<link>
<link href="https://kabar.example/2"/>
<guid isPermaLink="true">
<pubDate>Thu, 14 Aug 2025 09:30:00 +0700</pubDate>
<pubDate>
<updated>
<dc:date>
<content:encoded><![CDATA[
]]>
<description>
<media:group><media:content url="
<enclosure url="
<georss:polygon>
<gml:posList>
<itunes:duration>
<category term="
<xhtml:div>
<content type="application/octet-stream" mode="base64">
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">
xml:base="http://[
<!DOCTYPE rss [
<!ENTITY a "b">
&a;
&lt;div&gt;
User-agent: *
User-agent: kawat
Disallow: /*a*b$
Allow: /
Crawl-delay: 1e400
Crawl-delay: -1
Request-rate: 1/0s
Request-rate: 5/10m 0800-2500
Visit-time: 0600-0845
Sitemap: http://[
https://[
http://user:pass@host:99999999/
javascript:alert(1)
%zz%00
Disallow: /%
0000-00-00T99:99:99+99:99
99999999999"""
    ),
    b"\x1f\x8b",
    b"\xff\xfe",
)
TIME = tuple(
    word.encode()
    for line in """
yesterday|today|tomorrow|tonight|Monday|Friday next week|last|this|next|coming|early|mid-|late|since|until
from|to|through|between|and|January|Feb.|29 February|31 April|May last year|Sept 14|2025|1999|9999|0000|10000
99999999|2025-02-30|2025-08-14T09:30:00+07:00|24:00|25:61|the day before|two days later|the following Friday
that day|in two weeks|a week ago|for three months|the past 99999999999 years|the 1990s|21st century
first quarter|second half of|Q3|spring|winter 2024|weekend|fortnight|noon|midnight|9.30 am|0930 GMT|WIB|WITA
WIT|UTC+14|EST|kemarin|hari ini|besok|lusa|malam ini|Senin|Jumat pekan depan|lalu|ini|depan|mendatang|awal
pertengahan|akhir|sejak|hingga|dari|sampai|antara|dan|Januari|Agustus|14/8/2025|(14/8)|31/2|32/13/0000
pukul 09.30 WIB|pukul 99.99|jam 24|dua hari kemudian|keesokan harinya|sehari sebelumnya|tiga bulan terakhir
kuartal pertama|semester II|abad ke-21|abad ke-999999|tahun 1990-an|dekade|dasawarsa|musim dingin|akhir pekan
dini hari|tengah malam|tahun 0|more than|about|at least|as many as|up to|1,000|1.000,50|1.5 million
two hundred and five thousand|a dozen|hundreds of|tens of thousands|99999999999999999999|lebih dari|sekitar
sedikitnya|sebanyak|hingga|1.000|1,5 juta|dua ratus lima ribu|selusin|ratusan|puluhan ribu|Rp|US$|$5bn|%
persen|km|orang|people|killed|tewas|troops|- |– | — |/|.|,|;|(|)|'s|of|the|th|ke-|pada|tanggal|on|by|at|before
after|sebelum|setelah
""".strip().split("\n")
    for word in line.split("|")
)
ROWS = (
    *_bytes(
        """{"text": "
{"maintext": "Presiden bertemu.", "title": "
"date_publish": "2025-08-14 09:30:00"
"published": 1755160200
"published": 1e400
"published": -1
"url": "https://kabar.example/1"
"source": {"name": "
\\ud800
\\u0000
null
true
[[[[
[{"text": "a"},
NaN
Infinity
-0.0
text,title,url
"text";"title"
text\ttitle
""
\"\"\"
https://kabar.example/1
# remark
WARC/1.0
WARC/1.1
WARC-Type: response
WARC-Type: revisit
WARC-Target-URI: <https://kabar.example/1>
WARC-Date: 2025-08-14T09:30:00Z
WARC-Date: 0000-00-00
Content-Length: 0
Content-Length: -1
Content-Length: 99999999999999999999
Content-Type: application/http; msgtype=response
HTTP/1.1 200 OK
HTTP/1.1 999999999999
Content-Encoding: gzip
Content-Encoding: br
Transfer-Encoding: chunked
ffffffffffffffff
Content-Type: text/html; charset=
<p>
<br>
<!-- c -->
<?xml version="1.0"?>
<!DOCTYPE rss [
<rss version="2.0">
,,,
sep=;"""
    ),
    b"\r\n",
    b"\r\n\r\n",
    b"\x1f\x8b\x08",
    b"PAR1",
    b"\xff\xfe",
    b"\xef\xbb\xbf",
    b"\xed\xa0\x80",
)
