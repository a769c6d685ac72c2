"""The crawl: report readers, the Scrapy project, the archive of everything fetched."""
