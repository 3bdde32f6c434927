<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ru" sourcelanguage="en">
<context>
    <name></name>
    <message>
        <source>Your name</source>
        <translation>Ваше имя</translation>
    </message>
    <message>
        <source>Signs your edits in the log, and the lock on a file that you have open. Empty: the name by which this computer knows you. Holds from the next file that is opened.</source>
        <translation>Подписывает ваши правки в журнале и блокировку открытого вами файла. Если пусто — имя, под которым вас знает этот компьютер. Действует со следующего открытого файла.</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Язык</translation>
    </message>
    <message>
        <source>Of the window; forms and dossiers stay in English. Holds from the next start.</source>
        <translation>Язык окна; формы и досье остаются на английском языке. Действует со следующего запуска.</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Как в системе</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Цвета</translation>
    </message>
    <message>
        <source>High contrast is for bright rooms and for tired eyes.</source>
        <translation>Высокая контрастность — для ярко освещённых комнат и усталых глаз.</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Светлые</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Тёмные</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>Высокая контрастность</translation>
    </message>
    <message>
        <source>Size of the type</source>
        <translation>Размер шрифта</translation>
    </message>
    <message>
        <source>Of the whole window; print has its own.</source>
        <translation>Во всём окне; при печати — свой размер.</translation>
    </message>
    <message>
        <source>Spelling</source>
        <translation>Правописание</translation>
    </message>
    <message>
        <source>Unknown English words in narratives are underlined.</source>
        <translation>Неизвестные английские слова в описаниях подчёркиваются.</translation>
    </message>
    <message>
        <source>Underline unknown words</source>
        <translation>Подчёркивать неизвестные слова</translation>
    </message>
    <message>
        <source>Leave them alone</source>
        <translation>Не подчёркивать</translation>
    </message>
    <message>
        <source>Dossiers are built as</source>
        <translation>Досье создаются как</translation>
    </message>
    <message>
        <source>Can be changed each time that one is printed.</source>
        <translation>Можно изменить при каждой печати.</translation>
    </message>
    <message>
        <source>PDF/A-3 with the project inside</source>
        <translation>PDF/A-3 с вложенным проектом</translation>
    </message>
    <message>
        <source>PDF/A-2 without attachment</source>
        <translation>PDF/A-2 без вложений</translation>
    </message>
    <message>
        <source>Folder for dossiers</source>
        <translation>Папка для досье</translation>
    </message>
    <message>
        <source>Empty: the folder of the project file.</source>
        <translation>Если пусто — папка файла проекта.</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Файл</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Правка</translation>
    </message>
    <message>
        <source>&amp;Go</source>
        <translation>П&amp;ереход</translation>
    </message>
    <message>
        <source>&amp;Project</source>
        <translation>Пр&amp;оект</translation>
    </message>
    <message>
        <source>&amp;Review</source>
        <translation>Отз&amp;ыв</translation>
    </message>
    <message>
        <source>&amp;Check</source>
        <translation>П&amp;роверка</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Вид</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Справка</translation>
    </message>
    <message>
        <source>&amp;New project…</source>
        <translation>&amp;Создать проект…</translation>
    </message>
    <message>
        <source>&amp;Open…</source>
        <translation>&amp;Открыть…</translation>
    </message>
    <message>
        <source>Open read-only to re&amp;view…</source>
        <translation>Открыть только для &amp;чтения, на отзыв…</translation>
    </message>
    <message>
        <source>&amp;Library of projects</source>
        <translation>&amp;Библиотека проектов</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>Со&amp;хранить</translation>
    </message>
    <message>
        <source>Save &amp;as…</source>
        <translation>Сохранить &amp;как…</translation>
    </message>
    <message>
        <source>&amp;Revert to saved</source>
        <translation>&amp;Вернуться к сохранённому</translation>
    </message>
    <message>
        <source>&amp;Import an archive or dossier…</source>
        <translation>&amp;Импортировать архив или досье…</translation>
    </message>
    <message>
        <source>&amp;Export an archive…</source>
        <translation>&amp;Экспортировать архив…</translation>
    </message>
    <message>
        <source>Write a p&amp;ublic edition…</source>
        <translation>Записать версию для п&amp;убликации…</translation>
    </message>
    <message>
        <source>&amp;Documents beside the design document</source>
        <translation>&amp;Документы при проектно-техническом документе</translation>
    </message>
    <message>
        <source>Show &amp;findings</source>
        <translation>Показать &amp;замечания</translation>
    </message>
    <message>
        <source>&amp;Raise a finding…</source>
        <translation>&amp;Внести замечание…</translation>
    </message>
    <message>
        <source>Show the &amp;checklist</source>
        <translation>Показать &amp;контрольный список</translation>
    </message>
    <message>
        <source>&amp;Note to oneself…</source>
        <translation>Заметка для се&amp;бя…</translation>
    </message>
    <message>
        <source>&amp;Write a review file…</source>
        <translation>Записать &amp;файл отзыва…</translation>
    </message>
    <message>
        <source>&amp;Take in a review file…</source>
        <translation>&amp;Принять файл отзыва…</translation>
    </message>
    <message>
        <source>Take in &amp;annotations of a PDF…</source>
        <translation>Принять пометки &amp;из PDF…</translation>
    </message>
    <message>
        <source>Take in a table of f&amp;indings…</source>
        <translation>Принять та&amp;блицу замечаний…</translation>
    </message>
    <message>
        <source>Write the ta&amp;ble of findings…</source>
        <translation>Записать т&amp;аблицу замечаний…</translation>
    </message>
    <message>
        <source>Free&amp;ze revision…</source>
        <translation>Зафиксировать &amp;редакцию…</translation>
    </message>
    <message>
        <source>Co&amp;mpare with the last revision</source>
        <translation>&amp;Сравнить с последней редакцией</translation>
    </message>
    <message>
        <source>&amp;History…</source>
        <translation>&amp;История…</translation>
    </message>
    <message>
        <source>&amp;Print dossier…</source>
        <translation>&amp;Печать досье…</translation>
    </message>
    <message>
        <source>&amp;Close project</source>
        <translation>&amp;Закрыть проект</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>В&amp;ыход</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Отменить</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Повторить</translation>
    </message>
    <message>
        <source>&amp;Find in the project…</source>
        <translation>&amp;Найти в проекте…</translation>
    </message>
    <message>
        <source>Find &amp;next</source>
        <translation>Найти &amp;далее</translation>
    </message>
    <message>
        <source>Find pre&amp;vious</source>
        <translation>Найти &amp;ранее</translation>
    </message>
    <message>
        <source>Pre&amp;ferences…</source>
        <translation>На&amp;стройки…</translation>
    </message>
    <message>
        <source>&amp;Command or place…</source>
        <translation>&amp;Команда или место…</translation>
    </message>
    <message>
        <source>Filter sections and &amp;fields</source>
        <translation>Отбор разделов и &amp;полей</translation>
    </message>
    <message>
        <source>Next &amp;required field</source>
        <translation>Следующее &amp;обязательное поле</translation>
    </message>
    <message>
        <source>Next &amp;problem</source>
        <translation>Следующая пробле&amp;ма</translation>
    </message>
    <message>
        <source>Previous pro&amp;blem</source>
        <translation>Предыдущая про&amp;блема</translation>
    </message>
    <message>
        <source>Next &amp;section</source>
        <translation>Следующий раз&amp;дел</translation>
    </message>
    <message>
        <source>Previous s&amp;ection</source>
        <translation>Предыдущий разде&amp;л</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>&amp;Назад</translation>
    </message>
    <message>
        <source>&amp;Forward</source>
        <translation>&amp;Вперёд</translation>
    </message>
    <message>
        <source>Next pa&amp;ne</source>
        <translation>Следующая п&amp;анель</translation>
    </message>
    <message>
        <source>&amp;Check again</source>
        <translation>&amp;Проверить снова</translation>
    </message>
    <message>
        <source>Show &amp;problems</source>
        <translation>Показать про&amp;блемы</translation>
    </message>
    <message>
        <source>Show what is &amp;left, by section</source>
        <translation>Показать, что &amp;осталось, по разделам</translation>
    </message>
    <message>
        <source>Show &amp;working</source>
        <translation>Показать &amp;расчёт</translation>
    </message>
    <message>
        <source>Show &amp;evidence and citations</source>
        <translation>Показать подтверждающие &amp;документы и ссылки</translation>
    </message>
    <message>
        <source>Show pre&amp;view of the pages</source>
        <translation>Показать макет &amp;страниц</translation>
    </message>
    <message>
        <source>Show &amp;help beside the form</source>
        <translation>Показать &amp;справку рядом с формой</translation>
    </message>
    <message>
        <source>Show or hide the &amp;tree</source>
        <translation>Показать или скрыть &amp;дерево</translation>
    </message>
    <message>
        <source>Show or hide the &amp;inspector</source>
        <translation>Показать или скрыть &amp;инспектор</translation>
    </message>
    <message>
        <source>&amp;Larger type</source>
        <translation>&amp;Увеличить шрифт</translation>
    </message>
    <message>
        <source>&amp;Smaller type</source>
        <translation>У&amp;меньшить шрифт</translation>
    </message>
    <message>
        <source>&amp;Normal type</source>
        <translation>&amp;Обычный шрифт</translation>
    </message>
    <message>
        <source>Colours of the s&amp;ystem</source>
        <translation>&amp;Цвета системы</translation>
    </message>
    <message>
        <source>Light colours</source>
        <translation>Светлые цвета</translation>
    </message>
    <message>
        <source>Dark colours</source>
        <translation>Тёмные цвета</translation>
    </message>
    <message>
        <source>&amp;Full screen</source>
        <translation>&amp;Во весь экран</translation>
    </message>
    <message>
        <source>Help for this &amp;field</source>
        <translation>Справка по этому &amp;полю</translation>
    </message>
    <message>
        <source>Ke&amp;yboard shortcuts</source>
        <translation>Сочетания &amp;клавиш</translation>
    </message>
    <message>
        <source>Attachments</source>
        <translation>Вложения</translation>
    </message>
    <message>
        <source>Calculated figures</source>
        <translation>Рассчитанные показатели</translation>
    </message>
    <message>
        <source>Nothing differs.</source>
        <translation>Различий нет.</translation>
    </message>
    <message>
        <source>(none)</source>
        <translation>(нет)</translation>
    </message>
    <message>
        <source>restore</source>
        <translation>восстановить</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>ничего</translation>
    </message>
    <message>
        <source>row added</source>
        <translation>строка добавлена</translation>
    </message>
    <message>
        <source>row removed</source>
        <translation>строка удалена</translation>
    </message>
    <message>
        <source>moved from {before} to {after}</source>
        <translation>перемещено с места {before} на место {after}</translation>
    </message>
    <message>
        <source>{size} bytes, SHA-256 {hash}…</source>
        <translation>{size} байт, SHA-256 {hash}…</translation>
    </message>
    <message>
        <source>Requirement: {words}</source>
        <translation>Требование: {words}</translation>
    </message>
    <message>
        <source>raised</source>
        <translation>внесено</translation>
    </message>
    <message>
        <source>Response {n}</source>
        <translation>Ответ {n}</translation>
    </message>
    <message>
        <source>Assessment {n}</source>
        <translation>Оценка {n}</translation>
    </message>
    <message>
        <source>finding closed</source>
        <translation>замечание закрыто</translation>
    </message>
    <message>
        <source>Evidence: {name}</source>
        <translation>Подтверждающий документ: {name}</translation>
    </message>
    <message>
        <source>Changed since revision {n}:</source>
        <translation>Изменено после редакции {n}:</translation>
    </message>
    <message>
        <source>Latitude and longitude exchanged? The other way round, {names} is in {country}.</source>
        <translation>Широта и долгота перепутаны? Если поменять их местами, {names} — в стране {country}.</translation>
    </message>
    <message>
        <source>Latitude and longitude exchanged? The other way round, {names} are in {country}.</source>
        <translation>Широта и долгота перепутаны? Если поменять их местами, {names} — в стране {country}.</translation>
    </message>
    <message>
        <source>Exchange them</source>
        <translation>Поменять местами</translation>
    </message>
    <message>
        <source>Edit {what}</source>
        <translation>Изменить: {what}</translation>
    </message>
    <message>
        <source>Add row</source>
        <translation>Добавить строку</translation>
    </message>
    <message>
        <source>Remove row</source>
        <translation>Удалить строку</translation>
    </message>
    <message>
        <source>Move row</source>
        <translation>Переместить строку</translation>
    </message>
    <message>
        <source>Clear cells</source>
        <translation>Очистить ячейки</translation>
    </message>
    <message>
        <source>Next field; after an ambiguous entry, its meanings</source>
        <translation>Следующее поле; после неоднозначного ввода его значения</translation>
    </message>
    <message>
        <source>Previous field</source>
        <translation>Предыдущее поле</translation>
    </message>
    <message>
        <source>Menu of the field</source>
        <translation>Меню поля</translation>
    </message>
    <message>
        <source>Calendar of a date</source>
        <translation>Календарь даты</translation>
    </message>
    <message>
        <source>Close a question below a field</source>
        <translation>Закрыть вопрос под полем</translation>
    </message>
    <message>
        <source>In fields</source>
        <translation>В полях</translation>
    </message>
    <message>
        <source>Next cell</source>
        <translation>Следующая ячейка</translation>
    </message>
    <message>
        <source>Leave the table for the next field</source>
        <translation>Из таблицы к следующему полю</translation>
    </message>
    <message>
        <source>Leave the table for the previous field</source>
        <translation>Из таблицы к предыдущему полю</translation>
    </message>
    <message>
        <source>End typing; then leave the table</source>
        <translation>Закончить ввод, затем выйти из таблицы</translation>
    </message>
    <message>
        <source>Type into the cell</source>
        <translation>Ввод в ячейку</translation>
    </message>
    <message>
        <source>Clear the cells</source>
        <translation>Очистить ячейки</translation>
    </message>
    <message>
        <source>Fill down</source>
        <translation>Заполнить вниз</translation>
    </message>
    <message>
        <source>Add a row</source>
        <translation>Добавить строку</translation>
    </message>
    <message>
        <source>Remove the row</source>
        <translation>Удалить строку</translation>
    </message>
    <message>
        <source>Move the row up</source>
        <translation>Строку вверх</translation>
    </message>
    <message>
        <source>Move the row down</source>
        <translation>Строку вниз</translation>
    </message>
    <message>
        <source>In tables</source>
        <translation>В таблицах</translation>
    </message>
    <message>
        <source>Paste table</source>
        <translation>Вставить таблицу</translation>
    </message>
    <message>
        <source>Attach files</source>
        <translation>Прикрепить файлы</translation>
    </message>
    <message>
        <source>Import places</source>
        <translation>Импортировать места</translation>
    </message>
    <message>
        <source>Import {what}</source>
        <translation>Импортировать {what}</translation>
    </message>
    <message>
        <source>Exchange latitude and longitude</source>
        <translation>Поменять местами широту и долготу</translation>
    </message>
    <message>
        <source>Apply {what}</source>
        <translation>Применить {what}</translation>
    </message>
    <message>
        <source>Raise {what}</source>
        <translation>Внести {what}</translation>
    </message>
    <message>
        <source>Respond to {what}</source>
        <translation>Ответить на {what}</translation>
    </message>
    <message>
        <source>Assess {what}</source>
        <translation>Оценить {what}</translation>
    </message>
    <message>
        <source>Close {what}</source>
        <translation>Закрыть {what}</translation>
    </message>
    <message>
        <source>Judge {what}</source>
        <translation>Дать оценку {what}</translation>
    </message>
    <message>
        <source>Justify {what}</source>
        <translation>Обосновать {what}</translation>
    </message>
    <message>
        <source>Withdraw the reason for {what}</source>
        <translation>Снять обоснование {what}</translation>
    </message>
    <message>
        <source>Take a note</source>
        <translation>Сделать заметку</translation>
    </message>
    <message>
        <source>Take over a table of findings</source>
        <translation>Перенять таблицу замечаний</translation>
    </message>
    <message>
        <source>Take over the annotations of {what}</source>
        <translation>Перенять пометки из {what}</translation>
    </message>
    <message>
        <source>Take over the review of {what}</source>
        <translation>Перенять рецензию: {what}</translation>
    </message>
    <message>
        <source>Merge what was saved meanwhile</source>
        <translation>Объединить с сохранённым за это время</translation>
    </message>
    <message>
        <source>Bring back {what}</source>
        <translation>Вернуть {what}</translation>
    </message>
    <message>
        <source>Restore the backup of {what}</source>
        <translation>Восстановить резервную копию от {what}</translation>
    </message>
    <message>
        <source>Restore {what}</source>
        <translation>Восстановить {what}</translation>
    </message>
    <message>
        <source>Take back {what}</source>
        <translation>Отозвать: {what}</translation>
    </message>
    <message>
        <source>Sample</source>
        <translation>Пример</translation>
    </message>
    <message>
        <source>“{text}” is not a number.</source>
        <translation>«{text}» — не число.</translation>
    </message>
    <message>
        <source>Write it in digits, for example 1,048.5.</source>
        <translation>Запишите цифрами, например 1,048.5.</translation>
    </message>
    <message>
        <source>“{text}” can mean {meanings}.</source>
        <translation>«{text}» может означать {meanings}.</translation>
    </message>
    <message>
        <source> or </source>
        <translation> или </translation>
    </message>
    <message>
        <source>Which one is meant?</source>
        <translation>Что имеется в виду?</translation>
    </message>
    <message>
        <source>Give the number in {unit}.</source>
        <translation>Укажите число в {unit}.</translation>
    </message>
    <message>
        <source>“{unit}” behind the number is not a unit.</source>
        <translation>«{unit}» после числа — не единица измерения.</translation>
    </message>
    <message>
        <source>{amount} per year</source>
        <translation>{amount} в год</translation>
    </message>
    <message>
        <source>{unit} does not fit here: the field is in {wanted}.</source>
        <translation>{unit} здесь не подходит: единица этого поля — {wanted}.</translation>
    </message>
    <message>
        <source>Check the unit, or give the number alone.</source>
        <translation>Проверьте единицу или укажите только число.</translation>
    </message>
    <message>
        <source>{typed} read as {made}</source>
        <translation>{typed} прочитано как {made}</translation>
    </message>
    <message>
        <source>“{side}” is not a side of this coordinate: latitudes are north or south, longitudes east or west.</source>
        <translation>«{side}» не подходит к этой координате: широта бывает северной или южной, долгота восточной или западной.</translation>
    </message>
    <message>
        <source>Check whether latitude and longitude are exchanged.</source>
        <translation>Проверьте, не переставлены ли широта и долгота.</translation>
    </message>
    <message>
        <source>{value} is not a latitude: they run from -90 to 90 degrees.</source>
        <translation>{value} не широта: она лежит от -90 до 90 градусов.</translation>
    </message>
    <message>
        <source>{value} is not a longitude: they run from -180 to 180 degrees.</source>
        <translation>{value} не долгота: она лежит от -180 до 180 градусов.</translation>
    </message>
    <message>
        <source>{value} is more than a full turn of 360 degrees.</source>
        <translation>{value} больше полного оборота в 360 градусов.</translation>
    </message>
    <message>
        <source>Minutes and seconds of an angle are below 60.</source>
        <translation>Минуты и секунды угла должны быть меньше 60.</translation>
    </message>
    <message>
        <source>Check the coordinates.</source>
        <translation>Проверьте координаты.</translation>
    </message>
    <message>
        <source>no unit, a plain number</source>
        <translation>без единицы, просто число</translation>
    </message>
    <message>
        <source>This methodology alone. The project as a whole reduces {total} {unit}.</source>
        <translation>Только эта методология. Проект в целом сокращает {total} {unit}.</translation>
    </message>
    <message>
        <source>Not calculated yet.</source>
        <translation>Ещё не рассчитано.</translation>
    </message>
    <message>
        <source>Reductions of {total} {unit}, {average} a year</source>
        <translation>Сокращения: {total} {unit}, в год {average}</translation>
    </message>
    <message>
        <source>Baseline</source>
        <translation>Исходные условия</translation>
    </message>
    <message>
        <source>Project</source>
        <translation>Проект</translation>
    </message>
    <message>
        <source>Leakage</source>
        <translation>Утечки</translation>
    </message>
    <message>
        <source>Reductions</source>
        <translation>Сокращения</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>Год</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Итого</translation>
    </message>
    <message>
        <source>By year, {unit}</source>
        <translation>По годам, {unit}</translation>
    </message>
    <message>
        <source>Project and leakage</source>
        <translation>Проект и утечки</translation>
    </message>
    <message>
        <source>Folder for a copy of {name}</source>
        <translation>Папка для копии {name}</translation>
    </message>
    <message>
        <source>{file} could not be written: {why}.</source>
        <translation>Не удалось записать {file}: {why}.</translation>
    </message>
    <message>
        <source>Choose another folder.</source>
        <translation>Выберите другую папку.</translation>
    </message>
    <message>
        <source>Show the folder</source>
        <translation>Показать папку</translation>
    </message>
    <message>
        <source>Copied to {file}. Its hash is {hash}.</source>
        <translation>Скопировано в {file}. Хеш: {hash}.</translation>
    </message>
    <message>
        <source>Start the project</source>
        <translation>Начать проект</translation>
    </message>
    <message>
        <source>1 error</source>
        <translation>ошибок: 1</translation>
    </message>
    <message>
        <source>{n} errors</source>
        <translation>ошибок: {n}</translation>
    </message>
    <message>
        <source>1 warning</source>
        <translation>предупреждений: 1</translation>
    </message>
    <message>
        <source>{n} warnings</source>
        <translation>предупреждений: {n}</translation>
    </message>
    <message>
        <source>no problems</source>
        <translation>проблем нет</translation>
    </message>
    <message>
        <source>Import a series</source>
        <translation>Импорт ряда</translation>
    </message>
    <message>
        <source>{file} cannot be read.</source>
        <translation>Не удаётся прочитать {file}.</translation>
    </message>
    <message>
        <source>left blank</source>
        <translation>не заполнено</translation>
    </message>
    <message>
        <source>“{text}” is not a row that can be chosen here.</source>
        <translation>«{text}»: такой строки нет среди тех, что можно выбрать здесь.</translation>
    </message>
    <message>
        <source>Choose from the list.</source>
        <translation>Выберите из списка.</translation>
    </message>
    <message>
        <source>This value is not allowed here.</source>
        <translation>Такое значение здесь недопустимо.</translation>
    </message>
    <message>
        <source>Left blank on purpose, because</source>
        <translation>Намеренно не заполнено, потому что</translation>
    </message>
    <message>
        <source>Estimated how?</source>
        <translation>Как получена оценка?</translation>
    </message>
    <message>
        <source>Which table and row?</source>
        <translation>Какая таблица и строка?</translation>
    </message>
    <message>
        <source>Imported from which file?</source>
        <translation>Из какого файла импортировано?</translation>
    </message>
    <message>
        <source>Why does the default or calculated value not fit? It is printed.</source>
        <translation>Почему не подходит значение по умолчанию или рассчитанное? Это печатается.</translation>
    </message>
    <message>
        <source>Leave blank on purpose…</source>
        <translation>Намеренно не заполнять…</translation>
    </message>
    <message>
        <source>Origin of the value</source>
        <translation>Происхождение значения</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Очистить</translation>
    </message>
    <message>
        <source>Go to Project facts</source>
        <translation>Перейти к сведениям о проекте (Project facts)</translation>
    </message>
    <message>
        <source>Raise a finding…</source>
        <translation>Внести замечание…</translation>
    </message>
    <message>
        <source>Note to oneself…</source>
        <translation>Заметка для себя…</translation>
    </message>
    <message>
        <source>Help for this field (F1)</source>
        <translation>Справка по этому полю (F1)</translation>
    </message>
    <message>
        <source>Typed</source>
        <translation>Введено</translation>
    </message>
    <message>
        <source>Estimated…</source>
        <translation>Оценено…</translation>
    </message>
    <message>
        <source>Default of a table…</source>
        <translation>По умолчанию из таблицы…</translation>
    </message>
    <message>
        <source>Imported…</source>
        <translation>Импортировано…</translation>
    </message>
    <message>
        <source>Overrides a default or calculated value…</source>
        <translation>Заменяет значение по умолчанию или рассчитанное…</translation>
    </message>
    <message>
        <source>required</source>
        <translation>обязательно</translation>
    </message>
    <message>
        <source>show</source>
        <translation>показать</translation>
    </message>
    <message>
        <source>Shown here from Project facts</source>
        <translation>Показано из сведений о проекте (Project facts)</translation>
    </message>
    <message>
        <source>fold</source>
        <translation>свернуть</translation>
    </message>
    <message>
        <source>More about {name}</source>
        <translation>Ещё: {name}</translation>
    </message>
    <message>
        <source>Leave blank on purpose, origin of the value, help (Menu key)</source>
        <translation>Намеренно не заполнять, происхождение значения, справка (клавиша Menu)</translation>
    </message>
    <message>
        <source>Show these findings</source>
        <translation>Показать эти замечания</translation>
    </message>
    <message>
        <source>Not closed: {names}</source>
        <translation>Не закрыто: {names}</translation>
    </message>
    <message>
        <source>typed</source>
        <translation>введено</translation>
    </message>
    <message>
        <source>calculated</source>
        <translation>рассчитано</translation>
    </message>
    <message>
        <source>default</source>
        <translation>по умолчанию</translation>
    </message>
    <message>
        <source>imported</source>
        <translation>импортировано</translation>
    </message>
    <message>
        <source>overridden</source>
        <translation>заменено</translation>
    </message>
    <message>
        <source>estimated</source>
        <translation>оценено</translation>
    </message>
    <message>
        <source>read as {value}</source>
        <translation>прочитано как {value}</translation>
    </message>
    <message>
        <source>{words}, printed as {printed}</source>
        <translation>{words}, печатается как {printed}</translation>
    </message>
    <message>
        <source>there is no place to go back to</source>
        <translation>возвращаться некуда</translation>
    </message>
    <message>
        <source>you did not go back</source>
        <translation>вы не возвращались назад</translation>
    </message>
    <message>
        <source>no project is open</source>
        <translation>проект не открыт</translation>
    </message>
    <message>
        <source>the file holds everything</source>
        <translation>в файле уже всё есть</translation>
    </message>
    <message>
        <source>the project was never saved</source>
        <translation>проект ещё ни разу не сохраняли</translation>
    </message>
    <message>
        <source>nothing changed since the last save</source>
        <translation>после сохранения ничего не изменилось</translation>
    </message>
    <message>
        <source>nothing required is missing</source>
        <translation>всё обязательное заполнено</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Что</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Где</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Когда</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Кто</translation>
    </message>
    <message>
        <source>{place} and {n} more</source>
        <translation>{place} и ещё {n}</translation>
    </message>
    <message>
        <source>Undone: {what}</source>
        <translation>Отменено: {what}</translation>
    </message>
    <message>
        <source>Done again: {what}</source>
        <translation>Повторено: {what}</translation>
    </message>
    <message>
        <source>By others: {what}</source>
        <translation>Другими: {what}</translation>
    </message>
    <message>
        <source>Open &amp;recent</source>
        <translation>&amp;Недавние проекты</translation>
    </message>
    <message>
        <source>&amp;Backups</source>
        <translation>Резервны&amp;е копии</translation>
    </message>
    <message>
        <source>&amp;Bring back a document</source>
        <translation>&amp;Вернуть документ</translation>
    </message>
    <message>
        <source>Carry &amp;over to a later form</source>
        <translation>Перенести в более поздн&amp;юю форму</translation>
    </message>
    <message>
        <source>Cerulean</source>
        <translation>Cerulean</translation>
    </message>
    <message>
        <source>{title} – {file}[*] – Cerulean</source>
        <translation>{title} – {file}[*] – Cerulean</translation>
    </message>
    <message>
        <source>Untitled</source>
        <translation>Без названия</translation>
    </message>
    <message>
        <source>not saved yet</source>
        <translation>ещё не сохранено</translation>
    </message>
    <message>
        <source>{file}, read-only to review</source>
        <translation>{file}, только для чтения, на отзыв</translation>
    </message>
    <message>
        <source>Read-only, to review</source>
        <translation>Только для чтения, на отзыв</translation>
    </message>
    <message>
        <source>Not saved to a file yet</source>
        <translation>Ещё не сохранено в файл</translation>
    </message>
    <message>
        <source>1 edit since the last save</source>
        <translation>Правок после сохранения: 1</translation>
    </message>
    <message>
        <source>{n} edits since the last save</source>
        <translation>Правок после сохранения: {n}</translation>
    </message>
    <message>
        <source>Saved {time}</source>
        <translation>Сохранено в {time}</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>Сохранено</translation>
    </message>
    <message>
        <source>&amp;Undo {label}</source>
        <translation>&amp;Отменить {label}</translation>
    </message>
    <message>
        <source>&amp;Redo {label}</source>
        <translation>&amp;Повторить {label}</translation>
    </message>
    <message>
        <source>there is nothing to undo</source>
        <translation>отменять нечего</translation>
    </message>
    <message>
        <source>nothing was undone</source>
        <translation>ничего не отменяли</translation>
    </message>
    <message>
        <source>Scope {scopes}</source>
        <translation>Сектор {scopes}</translation>
    </message>
    <message>
        <source>Scale: {scale}</source>
        <translation>Масштаб: {scale}</translation>
    </message>
    <message>
        <source>Energy industries</source>
        <translation>Энергетика</translation>
    </message>
    <message>
        <source>Energy distribution</source>
        <translation>Распределение энергии</translation>
    </message>
    <message>
        <source>Energy demand</source>
        <translation>Потребление энергии</translation>
    </message>
    <message>
        <source>Manufacturing industries</source>
        <translation>Обрабатывающая промышленность</translation>
    </message>
    <message>
        <source>Chemical industry</source>
        <translation>Химическая промышленность</translation>
    </message>
    <message>
        <source>Construction</source>
        <translation>Строительство</translation>
    </message>
    <message>
        <source>Transport</source>
        <translation>Транспорт</translation>
    </message>
    <message>
        <source>Mining and mineral production</source>
        <translation>Добыча и производство минералов</translation>
    </message>
    <message>
        <source>Metal production</source>
        <translation>Производство металлов</translation>
    </message>
    <message>
        <source>Fugitive emissions from fuels</source>
        <translation>Летучие выбросы топлива</translation>
    </message>
    <message>
        <source>Fugitive emissions of halocarbons and SF6</source>
        <translation>Летучие выбросы галоидуглеродов и SF6</translation>
    </message>
    <message>
        <source>Solvents use</source>
        <translation>Использование растворителей</translation>
    </message>
    <message>
        <source>Waste handling and disposal</source>
        <translation>Обращение с отходами</translation>
    </message>
    <message>
        <source>Afforestation and reforestation</source>
        <translation>Облесение и лесовозобновление</translation>
    </message>
    <message>
        <source>Agriculture</source>
        <translation>Сельское хозяйство</translation>
    </message>
    <message>
        <source>Carbon capture and storage</source>
        <translation>Улавливание и хранение углерода</translation>
    </message>
    <message>
        <source>large</source>
        <translation>крупный</translation>
    </message>
    <message>
        <source>small</source>
        <translation>малый</translation>
    </message>
    <message>
        <source>in force from {start} to {end}</source>
        <translation>действует с {start} по {end}</translation>
    </message>
    <message>
        <source>in force from {start}</source>
        <translation>действует с {start}</translation>
    </message>
    <message>
        <source>in force to {end}</source>
        <translation>действует до {end}</translation>
    </message>
    <message>
        <source>no answer yet</source>
        <translation>ответа пока нет</translation>
    </message>
    <message>
        <source>Which one is meant? Written as {example} there is no doubt.</source>
        <translation>Какая имеется в виду? Запись {example} однозначна.</translation>
    </message>
    <message>
        <source>1 column on the right of what was pasted found no place in the table.</source>
        <translation>1 столбец справа во вставленном не нашёл места в таблице.</translation>
    </message>
    <message>
        <source>{n} columns on the right of what was pasted found no place in the table.</source>
        <translation>Столбцы справа во вставленном не нашли места в таблице: {n}.</translation>
    </message>
    <message>
        <source>1 row at the end of what was pasted found no place in the table.</source>
        <translation>1 строка в конце вставленного не нашла места в таблице.</translation>
    </message>
    <message>
        <source>{n} rows at the end of what was pasted found no place in the table.</source>
        <translation>Строки в конце вставленного не нашли места в таблице: {n}.</translation>
    </message>
    <message>
        <source>They are on the clipboard still. Undo takes the rest back too.</source>
        <translation>Они ещё в буфере обмена. Отмена уберёт и остальное.</translation>
    </message>
    <message>
        <source>1 cell could not be read. It keeps what was pasted and is marked.</source>
        <translation>1 ячейку не удалось прочитать. Вставленное в ней сохранено и отмечено.</translation>
    </message>
    <message>
        <source>{n} cells could not be read. They keep what was pasted and are marked.</source>
        <translation>Не удалось прочитать ячейки: {n}. Вставленное в них сохранено и отмечено.</translation>
    </message>
</context>
<context>
    <name>Banner</name>
    <message>
        <source>Close this message</source>
        <translation>Закрыть это сообщение</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>Закрыть (Esc)</translation>
    </message>
</context>
<context>
    <name>BlankNote</name>
    <message>
        <source>Answer after all</source>
        <translation>Всё же ответить</translation>
    </message>
    <message>
        <source>Left blank on purpose: {reason}</source>
        <translation>Намеренно не заполнено: {reason}</translation>
    </message>
</context>
<context>
    <name>BlockEditor</name>
    <message>
        <source>Add another (Alt+Insert)</source>
        <translation>Добавить ещё (Alt+Insert)</translation>
    </message>
</context>
<context>
    <name>BlocksView</name>
    <message>
        <source>The arrow keys go from value to value, Enter shows how a value is worked out.</source>
        <translation>Стрелки ведут от значения к значению, Enter показывает, как значение получено.</translation>
    </message>
</context>
<context>
    <name>BottomBar</name>
    <message>
        <source>{percent} %</source>
        <translation>{percent} %</translation>
    </message>
    <message>
        <source>What is left here: {n} required</source>
        <translation>Осталось здесь обязательных: {n}</translation>
    </message>
    <message>
        <source>{n} left</source>
        <translation>осталось: {n}</translation>
    </message>
    <message>
        <source>Nothing required is left here</source>
        <translation>Здесь всё обязательное заполнено</translation>
    </message>
    <message>
        <source>none left</source>
        <translation>всё заполнено</translation>
    </message>
    <message>
        <source>next: {place} (Ctrl+Enter)</source>
        <translation>далее: {place} (Ctrl+Enter)</translation>
    </message>
    <message>
        <source>next: {place}</source>
        <translation>далее: {place}</translation>
    </message>
    <message>
        <source>{name} · {percent} %</source>
        <translation>{name} · {percent} %</translation>
    </message>
</context>
<context>
    <name>ButtonsEditor</name>
    <message>
        <source>Yes</source>
        <translation>Да</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Нет</translation>
    </message>
</context>
<context>
    <name>CalculationPage</name>
    <message>
        <source>Results by year</source>
        <translation>Результаты по годам</translation>
    </message>
    <message>
        <source>What if: sensitivity, other choices, what changed</source>
        <translation>Что если: чувствительность, другие варианты, что изменилось</translation>
    </message>
    <message>
        <source>Inputs</source>
        <translation>Исходные данные</translation>
    </message>
    <message>
        <source>1 thing stands in the way; nothing is calculated from what is missing</source>
        <translation>Препятствий: 1; то, для чего не хватает данных, не рассчитывается</translation>
    </message>
    <message>
        <source>{n} things stand in the way; nothing is calculated from what is missing</source>
        <translation>Препятствий: {n}; то, для чего не хватает данных, не рассчитывается</translation>
    </message>
    <message>
        <source>Worth a look</source>
        <translation>Стоит посмотреть</translation>
    </message>
    <message>
        <source>… and {n} more</source>
        <translation>… и ещё {n}</translation>
    </message>
</context>
<context>
    <name>Captions</name>
    <message>
        <source>Without a caption it gets no number.</source>
        <translation>Без подписи номер не присваивается.</translation>
    </message>
    <message>
        <source>The picture is not among the files of the project.</source>
        <translation>Изображения нет среди файлов проекта.</translation>
    </message>
    <message>
        <source>No alternative text: what does it show, for those who cannot see it?</source>
        <translation>Нет альтернативного текста: что здесь изображено, для тех, кто этого не видит?</translation>
    </message>
    <message>
        <source>Alternative text: {words}</source>
        <translation>Альтернативный текст: {words}</translation>
    </message>
</context>
<context>
    <name>CellDelegate</name>
    <message>
        <source>Yes</source>
        <translation>Да</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Нет</translation>
    </message>
</context>
<context>
    <name>ChangesView</name>
    <message>
        <source>Compare from now on</source>
        <translation>Сравнивать с этого момента</translation>
    </message>
    <message>
        <source>Since {time}</source>
        <translation>С {time}</translation>
    </message>
    <message>
        <source>Figure</source>
        <translation>Показатель</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Было</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Стало</translation>
    </message>
    <message>
        <source>Because</source>
        <translation>Причина</translation>
    </message>
    <message>
        <source>No figure changed.</source>
        <translation>Ни один показатель не изменился.</translation>
    </message>
</context>
<context>
    <name>CheckButton</name>
    <message>
        <source>Show the problems (F5 checks again)</source>
        <translation>Показать проблемы (F5 — проверить снова)</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>Проверка</translation>
    </message>
    <message>
        <source>Check: {counts}</source>
        <translation>Проверка: {counts}</translation>
    </message>
</context>
<context>
    <name>ChecklistPanel</name>
    <message>
        <source>Questions of the checklist</source>
        <translation>Вопросы контрольного списка</translation>
    </message>
    <message>
        <source>Met</source>
        <translation>Выполнено</translation>
    </message>
    <message>
        <source>Not met</source>
        <translation>Не выполнено</translation>
    </message>
    <message>
        <source>Not applicable</source>
        <translation>Неприменимо</translation>
    </message>
    <message>
        <source>What was looked at, and what it showed</source>
        <translation>Что было рассмотрено и что это показало</translation>
    </message>
    <message>
        <source>Keep the judgement</source>
        <translation>Сохранить суждение</translation>
    </message>
    <message>
        <source>Finding that the judgement led to</source>
        <translation>Замечание, к которому привело суждение</translation>
    </message>
    <message>
        <source>Raise a finding…</source>
        <translation>Внести замечание…</translation>
    </message>
    <message>
        <source>At the first place of the question; the judgement is linked to it</source>
        <translation>В первом месте вопроса; суждение будет связано с ним</translation>
    </message>
    <message>
        <source>Show the finding</source>
        <translation>Показать замечание</translation>
    </message>
    <message>
        <source>{n} of {all} judged</source>
        <translation>Вынесено суждений: {n} из {all}</translation>
    </message>
    <message>
        <source>met</source>
        <translation>выполнено</translation>
    </message>
    <message>
        <source>not met</source>
        <translation>не выполнено</translation>
    </message>
    <message>
        <source>not applicable</source>
        <translation>неприменимо</translation>
    </message>
    <message>
        <source>not judged yet</source>
        <translation>суждения ещё нет</translation>
    </message>
    <message>
        <source>The check: {words}</source>
        <translation>Проверка: {words}</translation>
    </message>
    <message>
        <source>No finding</source>
        <translation>Без замечания</translation>
    </message>
</context>
<context>
    <name>ConflictView</name>
    <message>
        <source>Mine</source>
        <translation>Моё</translation>
    </message>
    <message>
        <source>Theirs</source>
        <translation>Чужое</translation>
    </message>
    <message>
        <source>Before, as both began</source>
        <translation>Прежнее, до обеих правок</translation>
    </message>
</context>
<context>
    <name>CrashDialog</name>
    <message>
        <source>Something went wrong in Cerulean</source>
        <translation>Сбой в Cerulean</translation>
    </message>
    <message>
        <source>Something went wrong in the program</source>
        <translation>В программе произошёл сбой</translation>
    </message>
    <message>
        <source>This is a fault of the program, not of yours. Everything that was entered up to now is kept. You can go on; if the program behaves oddly, start it again. The text below helps to mend the fault.</source>
        <translation>Это ошибка программы, а не ваша. Всё введённое до сих пор сохранено. Вы можете продолжать; если программа ведёт себя странно, перезапустите её. Текст ниже поможет исправить ошибку.</translation>
    </message>
    <message>
        <source>Details of the fault</source>
        <translation>Подробности сбоя</translation>
    </message>
    <message>
        <source>Copy the details</source>
        <translation>Копировать подробности</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Продолжить</translation>
    </message>
</context>
<context>
    <name>DateEditor</name>
    <message>
        <source>Calendar for {name}</source>
        <translation>Календарь: {name}</translation>
    </message>
    <message>
        <source>Choose a day from the calendar (Alt+Down)</source>
        <translation>Выбрать день в календаре (Alt+Вниз)</translation>
    </message>
    <message>
        <source>day/month/year</source>
        <translation>день/месяц/год</translation>
    </message>
</context>
<context>
    <name>DefaultStrip</name>
    <message>
        <source>Take a value from a table (1 row)</source>
        <translation>Взять значение из таблицы (строк: 1)</translation>
    </message>
    <message>
        <source>Take a value from a table ({n} rows)</source>
        <translation>Взять значение из таблицы (строк: {n})</translation>
    </message>
    <message>
        <source>The table has a newer value: {value} ({row}). Take it</source>
        <translation>В таблице есть более новое значение: {value} ({row}). Взять его</translation>
    </message>
    <message>
        <source>Put the cursor into the cell that the value is for, then take it.</source>
        <translation>Поставьте курсор в ячейку, для которой предназначено значение, затем возьмите его.</translation>
    </message>
</context>
<context>
    <name>EmptyTable</name>
    <message>
        <source>Nothing here yet. Each row holds: {heads}.</source>
        <translation>Здесь пока ничего нет. В каждой строке: {heads}.</translation>
    </message>
    <message>
        <source>For example: {example}</source>
        <translation>Например: {example}</translation>
    </message>
    <message>
        <source>Add the first row</source>
        <translation>Добавить первую строку</translation>
    </message>
    <message>
        <source>Paste from a spreadsheet</source>
        <translation>Вставить из электронной таблицы</translation>
    </message>
    <message>
        <source>Add the first row to {label}</source>
        <translation>Добавить первую строку: {label}</translation>
    </message>
</context>
<context>
    <name>EvidenceDrops</name>
    <message>
        <source>Picture</source>
        <translation>Рисунок</translation>
    </message>
    <message>
        <source>Taken into the list of evidence: {names}.</source>
        <translation>Добавлено в список доказательств: {names}.</translation>
    </message>
</context>
<context>
    <name>EvidencePanel</name>
    <message>
        <source>Evidence</source>
        <translation>Подтверждающие документы</translation>
    </message>
    <message>
        <source>No evidence is named yet. Drop files on the table of evidence, or on a field that asks for a file; each is carried in the project with its hash.</source>
        <translation>Подтверждающие документы пока не названы. Перетащите файлы на таблицу подтверждающих документов или на поле, где нужен файл; каждый хранится в проекте вместе со своим хешем.</translation>
    </message>
    <message>
        <source>Copy into a folder…</source>
        <translation>Копировать в папку…</translation>
    </message>
    <message>
        <source>1 exhibit</source>
        <translation>Документов: 1</translation>
    </message>
    <message>
        <source>{n} exhibits</source>
        <translation>Документов: {n}</translation>
    </message>
    <message>
        <source>1 is cited nowhere</source>
        <translation>без ссылок: 1</translation>
    </message>
    <message>
        <source>{n} are cited nowhere</source>
        <translation>без ссылок: {n}</translation>
    </message>
    <message>
        <source>cited once</source>
        <translation>ссылок: 1</translation>
    </message>
    <message>
        <source>cited {n} times</source>
        <translation>ссылок: {n}</translation>
    </message>
    <message>
        <source>not cited</source>
        <translation>ссылок нет</translation>
    </message>
    <message>
        <source>no file is carried in the project</source>
        <translation>файла в проекте нет</translation>
    </message>
    <message>
        <source>Choose an exhibit whose file the project carries.</source>
        <translation>Выберите документ, файл которого есть в проекте.</translation>
    </message>
</context>
<context>
    <name>Explaining</name>
    <message>
        <source>Explain…</source>
        <translation>Обосновать…</translation>
    </message>
    <message>
        <source>Say why this may stay as it is; the reason is printed.</source>
        <translation>Укажите, почему это можно оставить как есть; обоснование печатается.</translation>
    </message>
    <message>
        <source>Withdraw</source>
        <translation>Отозвать</translation>
    </message>
    <message>
        <source>The reason no longer holds; the warning is open again.</source>
        <translation>Обоснование больше не действует; предупреждение снова открыто.</translation>
    </message>
    <message>
        <source>Why it is right as it is</source>
        <translation>Почему так правильно</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Обоснование</translation>
    </message>
    <message>
        <source>Keep reason</source>
        <translation>Сохранить обоснование</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
    <message>
        <source>Justified</source>
        <translation>Обосновано</translation>
    </message>
</context>
<context>
    <name>FieldView</name>
    <message>
        <source>Replaces the default {was} ({source}). Why?</source>
        <translation>Заменяет значение по умолчанию {was} ({source}). Почему?</translation>
    </message>
</context>
<context>
    <name>FigureCard</name>
    <message>
        <source>Caption</source>
        <translation>Подпись</translation>
    </message>
    <message>
        <source>Alternative text</source>
        <translation>Альтернативный текст</translation>
    </message>
    <message>
        <source>What the picture shows, for those who cannot see it: read aloud in its place.</source>
        <translation>Что изображено, для тех, кто этого не видит: читается вслух вместо изображения.</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Готово</translation>
    </message>
</context>
<context>
    <name>FileEditor</name>
    <message>
        <source>Attach…</source>
        <translation>Вложить…</translation>
    </message>
    <message>
        <source>Copy into a folder…</source>
        <translation>Копировать в папку…</translation>
    </message>
    <message>
        <source>Take out</source>
        <translation>Убрать</translation>
    </message>
    <message>
        <source>Replace…</source>
        <translation>Заменить…</translation>
    </message>
    <message>
        <source>Attach a file to {name}</source>
        <translation>Вложить файл: {name}</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Все файлы (*)</translation>
    </message>
    <message>
        <source>{name} · {size}</source>
        <translation>{name} · {size}</translation>
    </message>
    <message>
        <source>A file is named here that the project does not carry.</source>
        <translation>Здесь назван файл, которого в проекте нет.</translation>
    </message>
</context>
<context>
    <name>Files</name>
    <message>
        <source>Open a project</source>
        <translation>Открыть проект</translation>
    </message>
    <message>
        <source>Open read-only to review</source>
        <translation>Открыть только для чтения, на отзыв</translation>
    </message>
    <message>
        <source>Cerulean project (*{suffix})</source>
        <translation>Проект Cerulean (*{suffix})</translation>
    </message>
    <message>
        <source>Archives and dossiers (*.json *.pdf)</source>
        <translation>Архивы и досье (*.json *.pdf)</translation>
    </message>
    <message>
        <source>Import a project</source>
        <translation>Импортировать проект</translation>
    </message>
    <message>
        <source>What stands in the file is on screen again.</source>
        <translation>На экране снова то, что записано в файле.</translation>
    </message>
    <message>
        <source>What was not saved is kept among the backups (menu File).</source>
        <translation>Несохранённое хранится среди резервных копий (меню «Файл»).</translation>
    </message>
    <message>
        <source>Bring it back</source>
        <translation>Вернуть</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
    <message>
        <source>Nothing was open yet</source>
        <translation>Пока ничего не открывали</translation>
    </message>
    <message>
        <source>1 edit is not in a file yet.</source>
        <translation>Правок, которых ещё нет в файле: 1.</translation>
    </message>
    <message>
        <source>{n} edits are not in a file yet.</source>
        <translation>Правок, которых ещё нет в файле: {n}.</translation>
    </message>
    <message>
        <source>What is not saved now can be recovered the next time.</source>
        <translation>То, что не сохранено сейчас, можно будет восстановить в следующий раз.</translation>
    </message>
    <message>
        <source>Save, then go on</source>
        <translation>Сохранить и продолжить</translation>
    </message>
    <message>
        <source>Go on without saving</source>
        <translation>Продолжить без сохранения</translation>
    </message>
    <message>
        <source>Stay</source>
        <translation>Остаться</translation>
    </message>
    <message>
        <source>What you wrote is not in a review file yet.</source>
        <translation>Написанное вами ещё не записано в файл отзыва.</translation>
    </message>
    <message>
        <source>Write a review file, then go on</source>
        <translation>Записать файл отзыва и продолжить</translation>
    </message>
    <message>
        <source>Save the project as</source>
        <translation>Сохранить проект как</translation>
    </message>
    <message>
        <source>Archive (*.json)</source>
        <translation>Архив (*.json)</translation>
    </message>
    <message>
        <source>Export an archive</source>
        <translation>Экспортировать архив</translation>
    </message>
    <message>
        <source>Exported to {file}.</source>
        <translation>Экспортировано в {file}.</translation>
    </message>
    <message>
        <source>Project</source>
        <translation>Проект</translation>
    </message>
    <message>
        <source>Saved, but without a backup: {trouble}</source>
        <translation>Сохранено, но без резервной копии: {trouble}</translation>
    </message>
    <message>
        <source>the review of {file}</source>
        <translation>отзыв на {file}</translation>
    </message>
    <message>
        <source>a project that was never saved</source>
        <translation>ни разу не сохранённый проект</translation>
    </message>
    <message>
        <source>1 edit</source>
        <translation>правок: 1</translation>
    </message>
    <message>
        <source>{n} edits</source>
        <translation>правок: {n}</translation>
    </message>
    <message>
        <source>Work on {name} of {when} was not saved: {edits}.</source>
        <translation>Не сохранена работа от {when}: {name}, {edits}.</translation>
    </message>
    <message>
        <source>Recover</source>
        <translation>Восстановить</translation>
    </message>
    <message>
        <source>Throw away</source>
        <translation>Отбросить</translation>
    </message>
    <message>
        <source>Ask again next time</source>
        <translation>Спросить в следующий раз</translation>
    </message>
    <message>
        <source>Merge both…</source>
        <translation>Объединить оба…</translation>
    </message>
    <message>
        <source>Save mine under another name…</source>
        <translation>Сохранить моё под другим именем…</translation>
    </message>
    <message>
        <source>Projects, archives and dossiers (*{suffix} *.json *.pdf);;All files (*)</source>
        <translation>Проекты, архивы и досье (*{suffix} *.json *.pdf);;Все файлы (*)</translation>
    </message>
</context>
<context>
    <name>Finder</name>
    <message>
        <source>Found</source>
        <translation>Найдено</translation>
    </message>
    <message>
        <source>Command, section, field or words of an answer</source>
        <translation>Команда, раздел, поле или слова ответа</translation>
    </message>
    <message>
        <source>Find in the project: words of an answer</source>
        <translation>Найти в проекте: слова ответа</translation>
    </message>
    <message>
        <source>Up and Down choose, Enter goes there, Escape closes.</source>
        <translation>Вверх и Вниз — выбор, Enter — переход, Escape — закрыть.</translation>
    </message>
    <message>
        <source>Nothing in the project has these words.</source>
        <translation>В проекте нет таких слов.</translation>
    </message>
    <message>
        <source>F3 goes on to the next.</source>
        <translation>F3 — к следующему.</translation>
    </message>
    <message>
        <source>{n} found.</source>
        <translation>Найдено: {n}.</translation>
    </message>
</context>
<context>
    <name>Finding</name>
    <message>
        <source>No answer says “{text}”.</source>
        <translation>Ни в одном ответе нет «{text}».</translation>
    </message>
</context>
<context>
    <name>FindingForm</name>
    <message>
        <source>Type of finding</source>
        <translation>Вид замечания</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>Комментарий</translation>
    </message>
    <message>
        <source>What is wrong, unclear, done or judged</source>
        <translation>Что неверно, неясно, сделано или решено</translation>
    </message>
    <message>
        <source>Requirement it rests on (clause)</source>
        <translation>Требование, на котором оно основано (пункт)</translation>
    </message>
    <message>
        <source>Requirement</source>
        <translation>Требование</translation>
    </message>
    <message>
        <source>Due: day/month/year</source>
        <translation>Срок: день/месяц/год</translation>
    </message>
    <message>
        <source>Response due on, day/month/year</source>
        <translation>Срок ответа, день/месяц/год</translation>
    </message>
    <message>
        <source>Evidence for the response</source>
        <translation>Подтверждающий документ к ответу</translation>
    </message>
    <message>
        <source>Private</source>
        <translation>Личное</translation>
    </message>
    <message>
        <source>Stays out of review files and public editions.</source>
        <translation>Не попадает в файлы отзывов и в версии для публикации.</translation>
    </message>
    <message>
        <source>The finding is closed</source>
        <translation>Замечание закрыто</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
    <message>
        <source>Raise a finding: {where}</source>
        <translation>Внести замечание: {where}</translation>
    </message>
    <message>
        <source>Raise the finding</source>
        <translation>Внести замечание</translation>
    </message>
    <message>
        <source>Respond to {name}</source>
        <translation>Ответ на {name}</translation>
    </message>
    <message>
        <source>Respond</source>
        <translation>Ответить</translation>
    </message>
    <message>
        <source>No evidence cited</source>
        <translation>Без подтверждающего документа</translation>
    </message>
    <message>
        <source>Assess {name}</source>
        <translation>Оценка {name}</translation>
    </message>
    <message>
        <source>Keep the assessment</source>
        <translation>Сохранить оценку</translation>
    </message>
</context>
<context>
    <name>FindingsPanel</name>
    <message>
        <source>Findings shown</source>
        <translation>Показанные замечания</translation>
    </message>
    <message>
        <source>Not closed</source>
        <translation>Не закрытые</translation>
    </message>
    <message>
        <source>At the field in focus</source>
        <translation>У текущего поля</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Все</translation>
    </message>
    <message>
        <source>Raise a finding…</source>
        <translation>Внести замечание…</translation>
    </message>
    <message>
        <source>At the field in focus, or at the passage that is selected in it</source>
        <translation>У текущего поля или у выделенного в нём отрывка</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>Замечания</translation>
    </message>
    <message>
        <source>The chosen finding</source>
        <translation>Выбранное замечание</translation>
    </message>
    <message>
        <source>Go there</source>
        <translation>Перейти</translation>
    </message>
    <message>
        <source>Respond…</source>
        <translation>Ответить…</translation>
    </message>
    <message>
        <source>Assess…</source>
        <translation>Оценить…</translation>
    </message>
    <message>
        <source>day/month/year</source>
        <translation>день/месяц/год</translation>
    </message>
    <message>
        <source>Response due on, day/month/year</source>
        <translation>Срок ответа, день/месяц/год</translation>
    </message>
    <message>
        <source>Public</source>
        <translation>Публичное</translation>
    </message>
    <message>
        <source>What is not public stays out of review files and public editions.</source>
        <translation>То, что не публично, не попадает в файлы отзывов и в версии для публикации.</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>Срок</translation>
    </message>
    <message>
        <source>1 not closed</source>
        <translation>Не закрыто: 1</translation>
    </message>
    <message>
        <source>{n} not closed</source>
        <translation>Не закрыто: {n}</translation>
    </message>
    <message>
        <source>1 overdue</source>
        <translation>просрочено: 1</translation>
    </message>
    <message>
        <source>{n} overdue</source>
        <translation>просрочено: {n}</translation>
    </message>
    <message>
        <source>No finding here. Choose “All” to see the others.</source>
        <translation>Здесь замечаний нет. Выберите «Все», чтобы увидеть остальные.</translation>
    </message>
    <message>
        <source>Nothing was raised yet. A CAR is a mistake that must be mended, a CL asks for what is missing or unclear, a FAR is looked at in the first verification. Put the cursor in a field, or select a passage, and raise a finding there (EB 44, annex 3, paragraphs 35 and 36).</source>
        <translation>Замечаний пока нет. CAR — ошибка, которую необходимо исправить, CL — запрос о недостающем или неясном, FAR рассматривается при первой верификации. Поставьте курсор в поле или выделите отрывок и внесите там замечание (EB 44, приложение 3, пункты 35 и 36).</translation>
    </message>
    <message>
        <source>private</source>
        <translation>личное</translation>
    </message>
    <message>
        <source>open</source>
        <translation>открыто</translation>
    </message>
    <message>
        <source>answered</source>
        <translation>есть ответ</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>закрыто</translation>
    </message>
    <message>
        <source>{status}, overdue since {date}</source>
        <translation>{status}, просрочено с {date}</translation>
    </message>
    <message>
        <source>{status}, due {date}</source>
        <translation>{status}, срок {date}</translation>
    </message>
</context>
<context>
    <name>GridModel</name>
    <message>
        <source> and {n} more</source>
        <translation> и ещё {n}</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>пусто</translation>
    </message>
</context>
<context>
    <name>HelpPanel</name>
    <message>
        <source>Help</source>
        <translation>Справка</translation>
    </message>
    <message>
        <source>Choose a section or a field.</source>
        <translation>Выберите раздел или поле.</translation>
    </message>
    <message>
        <source>Usual faults</source>
        <translation>Частые ошибки</translation>
    </message>
    <message>
        <source>Example</source>
        <translation>Пример</translation>
    </message>
    <message>
        <source>shown here from Project facts</source>
        <translation>показано из данных проекта</translation>
    </message>
    <message>
        <source>◐ The source could be read only in part: treat this as advice.</source>
        <translation>◐ Источник прочитан лишь частично: считайте это советом.</translation>
    </message>
    <message>
        <source>○ The source could not be read: compare this with the official text.</source>
        <translation>○ Источник прочитать не удалось: сверьте с официальным текстом.</translation>
    </message>
    <message>
        <source>unit: {unit}</source>
        <translation>единица: {unit}</translation>
    </message>
    <message>
        <source>required</source>
        <translation>обязательно</translation>
    </message>
    <message>
        <source>default: {value} ({source})</source>
        <translation>по умолчанию: {value} ({source})</translation>
    </message>
    <message>
        <source>Section {title}</source>
        <translation>Раздел {title}</translation>
    </message>
    <message>
        <source>Source: {source}</source>
        <translation>Источник: {source}</translation>
    </message>
    <message>
        <source>● Read in the source.</source>
        <translation>● Прочитано в источнике.</translation>
    </message>
</context>
<context>
    <name>History</name>
    <message>
        <source>The seal is broken at edit {n}: another program changed the log from there on.</source>
        <translation>Печать нарушена на правке {n}: с этого места журнал изменён другой программой.</translation>
    </message>
    <message>
        <source>Seal verified: every edit follows from the one before.</source>
        <translation>Печать проверена: каждая правка следует из предыдущей.</translation>
    </message>
    <message>
        <source>Following the seal: edit {n} …</source>
        <translation>Проверка печати: правка {n} …</translation>
    </message>
    <message>
        <source>Taken back; undo brings it forward again.</source>
        <translation>Правка отозвана; отмена вернёт её.</translation>
    </message>
</context>
<context>
    <name>HistoryPage</name>
    <message>
        <source>Name, step, field or day: Ana, import, A.2, 2026-03</source>
        <translation>Имя, шаг, поле или день: Ana, import, A.2, 2026-03</translation>
    </message>
    <message>
        <source>Filter the history</source>
        <translation>Отобрать в истории</translation>
    </message>
    <message>
        <source>No edit has all these words.</source>
        <translation>Ни одна правка не содержит всех этих слов.</translation>
    </message>
    <message>
        <source>Open the field</source>
        <translation>Открыть поле</translation>
    </message>
    <message>
        <source>Take back this edit</source>
        <translation>Отозвать эту правку</translation>
    </message>
    <message>
        <source>Back to the form (Esc)</source>
        <translation>Назад к форме (Esc)</translation>
    </message>
    <message>
        <source>Edits, the newest first</source>
        <translation>Правки, сначала новые</translation>
    </message>
    <message>
        <source>History</source>
        <translation>История</translation>
    </message>
    <message>
        <source>Cannot be taken back by itself: {why}</source>
        <translation>Нельзя отозвать отдельно: {why}</translation>
    </message>
    <message>
        <source>No edit was made yet.</source>
        <translation>Правок пока не было.</translation>
    </message>
</context>
<context>
    <name>ImportSeriesDialog</name>
    <message>
        <source>Import a series</source>
        <translation>Импорт ряда</translation>
    </message>
    <message>
        <source>Sheet</source>
        <translation>Лист</translation>
    </message>
    <message>
        <source>Rows of the head</source>
        <translation>Строк в заголовке</translation>
    </message>
    <message>
        <source>Decimal sign</source>
        <translation>Десятичный знак</translation>
    </message>
    <message>
        <source>Point: 1,234.5</source>
        <translation>Точка: 1,234.5</translation>
    </message>
    <message>
        <source>Comma: 1.234,5</source>
        <translation>Запятая: 1.234,5</translation>
    </message>
    <message>
        <source>Not sure</source>
        <translation>Не знаю</translation>
    </message>
    <message>
        <source>Unit in the file</source>
        <translation>Единица в файле</translation>
    </message>
    <message>
        <source>First rows of the file</source>
        <translation>Первые строки файла</translation>
    </message>
    <message>
        <source>What is wrong, row by row</source>
        <translation>Ошибки по строкам</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>Строка</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>Столбец</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Что</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Импортировать</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
    <message>
        <source>Import {file} into {label}</source>
        <translation>Импорт {file}: {label}</translation>
    </message>
    <message>
        <source>Count the rows: 1, 2, 3 …</source>
        <translation>Нумеровать строки: 1, 2, 3 …</translation>
    </message>
    <message>
        <source>Choose a column</source>
        <translation>Выберите столбец</translation>
    </message>
    <message>
        <source>Not in the file</source>
        <translation>В файле нет</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>Чтение…</translation>
    </message>
    <message>
        <source>The file cannot be read this way: {why}</source>
        <translation>Так файл прочитать нельзя: {why}</translation>
    </message>
    <message>
        <source>Import 1 row</source>
        <translation>Импортировать строк: 1</translation>
    </message>
    <message>
        <source>Import {n} rows</source>
        <translation>Импортировать строк: {n}</translation>
    </message>
    <message>
        <source>{n} new values</source>
        <translation>Новых значений: {n}</translation>
    </message>
    <message>
        <source>{n} replaced</source>
        <translation>заменено: {n}</translation>
    </message>
    <message>
        <source>{n} as they are</source>
        <translation>без изменений: {n}</translation>
    </message>
    <message>
        <source>{n} new rows</source>
        <translation>новых строк: {n}</translation>
    </message>
    <message>
        <source>{n} rows with a fault are left out</source>
        <translation>пропущено строк с ошибкой: {n}</translation>
    </message>
    <message>
        <source>… and {n} more</source>
        <translation>… и ещё {n}</translation>
    </message>
</context>
<context>
    <name>InputsTree</name>
    <message>
        <source>Inputs in groups</source>
        <translation>Исходные данные по группам</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>Исходные данные</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Значение</translation>
    </message>
    <message>
        <source>Origin</source>
        <translation>Происхождение</translation>
    </message>
    <message>
        <source>{n} not used</source>
        <translation>не используется: {n}</translation>
    </message>
    <message>
        <source>1 input</source>
        <translation>величин: 1</translation>
    </message>
    <message>
        <source>{n} inputs</source>
        <translation>величин: {n}</translation>
    </message>
    <message>
        <source>What is not used with the choices made is left out.</source>
        <translation>То, что при сделанном выборе не используется, опущено.</translation>
    </message>
    <message>
        <source>missing</source>
        <translation>не указано</translation>
    </message>
    <message>
        <source>several</source>
        <translation>разное</translation>
    </message>
</context>
<context>
    <name>InsertMenu</name>
    <message>
        <source>Calculated figure</source>
        <translation>Рассчитанный показатель</translation>
    </message>
    <message>
        <source>Project fact</source>
        <translation>Сведение о проекте</translation>
    </message>
    <message>
        <source>Reference to a figure</source>
        <translation>Ссылка на рисунок</translation>
    </message>
    <message>
        <source>Reference to a table</source>
        <translation>Ссылка на таблицу</translation>
    </message>
    <message>
        <source>Reference to a section</source>
        <translation>Ссылка на раздел</translation>
    </message>
    <message>
        <source>Reference to evidence</source>
        <translation>Ссылка на подтверждающий документ</translation>
    </message>
    <message>
        <source>Picture from the evidence list</source>
        <translation>Изображение из списка подтверждающих документов</translation>
    </message>
    <message>
        <source>Footnote of the selected words</source>
        <translation>Сноска к выделенным словам</translation>
    </message>
</context>
<context>
    <name>Inspector</name>
    <message>
        <source>Inspector</source>
        <translation>Инспектор</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Справка</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>Проблемы</translation>
    </message>
    <message>
        <source>Working</source>
        <translation>Расчёт</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>Документы</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>Макет</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>Отзыв</translation>
    </message>
</context>
<context>
    <name>Intake</name>
    <message>
        <source>Take in annotations of a PDF</source>
        <translation>Принять пометки из PDF</translation>
    </message>
    <message>
        <source>Printed dossier (*.pdf)</source>
        <translation>Напечатанное досье (*.pdf)</translation>
    </message>
    <message>
        <source>Take in a table of findings</source>
        <translation>Принять таблицу замечаний</translation>
    </message>
    <message>
        <source>Table of findings (*.xlsx)</source>
        <translation>Таблица замечаний (*.xlsx)</translation>
    </message>
    <message>
        <source>Write the table of findings</source>
        <translation>Записать таблицу замечаний</translation>
    </message>
    <message>
        <source>findings</source>
        <translation>замечания</translation>
    </message>
    <message>
        <source>Written to {file}; private findings stay here.</source>
        <translation>Записано в {file}; личные замечания остаются здесь.</translation>
    </message>
    <message>
        <source>Printed from: {state}.</source>
        <translation>Напечатано с состояния: {state}.</translation>
    </message>
    <message>
        <source>Printed from a state that is not known here: places may have moved.</source>
        <translation>Напечатано с состояния, которое здесь неизвестно: места могли сместиться.</translation>
    </message>
    <message>
        <source>1 annotation is new.</source>
        <translation>Новых пометок: 1.</translation>
    </message>
    <message>
        <source>{n} annotations are new.</source>
        <translation>Новых пометок: {n}.</translation>
    </message>
    <message>
        <source>No place found: kept at the document as a whole</source>
        <translation>Место не найдено: отнесены к документу в целом</translation>
    </message>
    <message>
        <source>At a field</source>
        <translation>В поле</translation>
    </message>
    <message>
        <source>Take in 1 annotation</source>
        <translation>Принять 1 пометку</translation>
    </message>
    <message>
        <source>Take in {n} annotations</source>
        <translation>Принять пометки: {n}</translation>
    </message>
    <message>
        <source>Take in the replies</source>
        <translation>Принять ответы</translation>
    </message>
    <message>
        <source>Annotations of a PDF</source>
        <translation>Пометки из PDF</translation>
    </message>
    <message>
        <source>1 is a finding already.</source>
        <translation>Уже внесено замечаний: 1.</translation>
    </message>
    <message>
        <source>{n} are findings already.</source>
        <translation>Уже внесено замечаний: {n}.</translation>
    </message>
    <message>
        <source>1 reply becomes a round.</source>
        <translation>Ответов, которые станут раундами: 1.</translation>
    </message>
    <message>
        <source>{n} replies become rounds.</source>
        <translation>Ответов, которые станут раундами: {n}.</translation>
    </message>
    <message>
        <source>passage moved</source>
        <translation>отрывок перемещён</translation>
    </message>
    <message>
        <source>passage changed</source>
        <translation>отрывок изменён</translation>
    </message>
    <message>
        <source>place is gone</source>
        <translation>этого места больше нет</translation>
    </message>
    <message>
        <source>Page {n}</source>
        <translation>Страница {n}</translation>
    </message>
    <message>
        <source>1 finding is new.</source>
        <translation>Новых замечаний: 1.</translation>
    </message>
    <message>
        <source>{n} findings are new.</source>
        <translation>Новых замечаний: {n}.</translation>
    </message>
    <message>
        <source>1 round is new.</source>
        <translation>Новых раундов: 1.</translation>
    </message>
    <message>
        <source>{n} rounds are new.</source>
        <translation>Новых раундов: {n}.</translation>
    </message>
    <message>
        <source>Rows with a fault</source>
        <translation>Строки с ошибками</translation>
    </message>
    <message>
        <source>Row {n}</source>
        <translation>Строка {n}</translation>
    </message>
    <message>
        <source>New findings</source>
        <translation>Новые замечания</translation>
    </message>
    <message>
        <source>Take in 1 finding</source>
        <translation>Принять 1 замечание</translation>
    </message>
    <message>
        <source>Take in {n} findings</source>
        <translation>Принять замечания: {n}</translation>
    </message>
    <message>
        <source>Take in the rounds</source>
        <translation>Принять раунды</translation>
    </message>
    <message>
        <source>Table of findings</source>
        <translation>Таблица замечаний</translation>
    </message>
    <message>
        <source>No row has a fault.</source>
        <translation>Строк с ошибками нет.</translation>
    </message>
    <message>
        <source>1 row has a fault and is left out.</source>
        <translation>Строк с ошибками, которые пропущены: 1.</translation>
    </message>
    <message>
        <source>{n} rows have a fault and are left out.</source>
        <translation>Строк с ошибками, которые пропущены: {n}.</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>Комментарий</translation>
    </message>
    <message>
        <source>Reading remarks</source>
        <translation>Чтение пометок</translation>
    </message>
    <message>
        <source>Taken in; undo takes it back.</source>
        <translation>Принято; это можно отменить.</translation>
    </message>
    <message>
        <source>The file cannot be read.</source>
        <translation>Файл не читается.</translation>
    </message>
</context>
<context>
    <name>IntakePage</name>
    <message>
        <source>Not now</source>
        <translation>Не сейчас</translation>
    </message>
</context>
<context>
    <name>JobLine</name>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
    <message>
        <source>Stopping …</source>
        <translation>Остановка …</translation>
    </message>
</context>
<context>
    <name>LibraryPage</name>
    <message>
        <source>Filter projects</source>
        <translation>Отбор проектов</translation>
    </message>
    <message>
        <source>Words, or host=China tonnes&gt;=10000 errors&gt;0 due&lt;today</source>
        <translation>Слова или host=China tonnes&gt;=10000 errors&gt;0 due&lt;today</translation>
    </message>
    <message>
        <source>Projects</source>
        <translation>Проекты</translation>
    </message>
    <message>
        <source>Library of projects</source>
        <translation>Библиотека проектов</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Назад</translation>
    </message>
    <message>
        <source>Add a folder…</source>
        <translation>Добавить папку…</translation>
    </message>
    <message>
        <source>Look for changes</source>
        <translation>Найти изменения</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>Проверить</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>Печать…</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Удалить</translation>
    </message>
    <message>
        <source>Trash</source>
        <translation>Корзина</translation>
    </message>
    <message>
        <source>1 project</source>
        <translation>Проектов: 1</translation>
    </message>
    <message>
        <source>{n} projects</source>
        <translation>Проектов: {n}</translation>
    </message>
    <message>
        <source>No projects yet: add a folder that holds project files. Nothing is written into it.</source>
        <translation>Проектов пока нет: добавьте папку с файлами проектов. В неё ничего не записывается.</translation>
    </message>
    <message>
        <source>{shown} of {known}</source>
        <translation>{shown} из {known}</translation>
    </message>
    <message>
        <source>Folder of projects</source>
        <translation>Папка проектов</translation>
    </message>
    <message>
        <source>Checking projects</source>
        <translation>Проверка проектов</translation>
    </message>
    <message>
        <source>Folder for the dossiers</source>
        <translation>Папка для досье</translation>
    </message>
    <message>
        <source>Printing projects</source>
        <translation>Печать проектов</translation>
    </message>
    <message>
        <source>Removing projects</source>
        <translation>Удаление проектов</translation>
    </message>
    <message>
        <source>No project is selected.</source>
        <translation>Ни один проект не выделен.</translation>
    </message>
    <message>
        <source>Select the projects to remove, then press it again.</source>
        <translation>Выделите проекты, которые нужно удалить, и нажмите снова.</translation>
    </message>
    <message>
        <source>Looking for projects</source>
        <translation>Поиск проектов</translation>
    </message>
    <message>
        <source>1 project is in the trash.</source>
        <translation>Проектов в корзине: 1.</translation>
    </message>
    <message>
        <source>{n} projects are in the trash.</source>
        <translation>Перемещено в корзину проектов: {n}.</translation>
    </message>
    <message>
        <source>Bring back</source>
        <translation>Вернуть</translation>
    </message>
    <message>
        <source>Bringing projects back</source>
        <translation>Возвращение проектов</translation>
    </message>
    <message>
        <source>1 project is back in its folder.</source>
        <translation>Возвращено в папку проектов: 1.</translation>
    </message>
    <message>
        <source>{n} projects are back.</source>
        <translation>Возвращено проектов: {n}.</translation>
    </message>
    <message>
        <source>The trash is empty</source>
        <translation>Корзина пуста</translation>
    </message>
    <message>
        <source>1 dossier was printed.</source>
        <translation>Напечатано досье: 1.</translation>
    </message>
    <message>
        <source>{n} dossiers were printed.</source>
        <translation>Напечатано досье: {n}.</translation>
    </message>
    <message>
        <source>The library did not do that.</source>
        <translation>Библиотека этого не выполнила.</translation>
    </message>
</context>
<context>
    <name>LineEditor</name>
    <message>
        <source>years and months</source>
        <translation>годы и месяцы</translation>
    </message>
</context>
<context>
    <name>MatrixEditor</name>
    <message>
        <source>Name the members of the index sets first; then values are asked for each.</source>
        <translation>Сначала назовите элементы наборов индексов; затем для каждого будут запрошены значения.</translation>
    </message>
    <message>
        <source>Import CSV or XLSX</source>
        <translation>Импорт CSV или XLSX</translation>
    </message>
    <message>
        <source>Copy (Ctrl+C)</source>
        <translation>Копировать (Ctrl+C)</translation>
    </message>
    <message>
        <source>Paste (Ctrl+V)</source>
        <translation>Вставить (Ctrl+V)</translation>
    </message>
    <message>
        <source>Fill down (Ctrl+D)</source>
        <translation>Заполнить вниз (Ctrl+D)</translation>
    </message>
</context>
<context>
    <name>MatrixModel</name>
    <message>
        <source>Value</source>
        <translation>Значение</translation>
    </message>
</context>
<context>
    <name>MergePage</name>
    <message>
        <source>Somebody else saved this file meanwhile</source>
        <translation>Тем временем этот файл сохранил кто-то другой</translation>
    </message>
    <message>
        <source>Mine everywhere</source>
        <translation>Везде моё</translation>
    </message>
    <message>
        <source>Theirs everywhere</source>
        <translation>Везде чужое</translation>
    </message>
    <message>
        <source>Merge and save</source>
        <translation>Объединить и сохранить</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Не сейчас</translation>
    </message>
    <message>
        <source>1 change of theirs meets none of yours and is taken over.</source>
        <translation>Чужих изменений, не затрагивающих ваши: 1; они будут приняты.</translation>
    </message>
    <message>
        <source>{n} changes of theirs meet none of yours and are taken over.</source>
        <translation>Чужих изменений, не затрагивающих ваши: {n}; они будут приняты.</translation>
    </message>
    <message>
        <source>At 1 place both changed the same: choose what counts.</source>
        <translation>Мест, изменённых с обеих сторон: 1. Выберите, что остаётся.</translation>
    </message>
    <message>
        <source>At {n} places both changed the same: choose what counts.</source>
        <translation>Мест, изменённых с обеих сторон: {n}. Выберите, что остаётся.</translation>
    </message>
    <message>
        <source>Nowhere did both change the same.</source>
        <translation>Мест, изменённых с обеих сторон, нет.</translation>
    </message>
    <message>
        <source>The merge is one step that can be undone; what lies in the file now is kept as a backup.</source>
        <translation>Объединение — один шаг, который можно отменить; нынешнее содержимое файла остаётся в резервной копии.</translation>
    </message>
</context>
<context>
    <name>Merging</name>
    <message>
        <source>You went on editing, and the conflicts are others now: look at them again.</source>
        <translation>Вы продолжили правку, и расхождения теперь другие: просмотрите их снова.</translation>
    </message>
</context>
<context>
    <name>MessageLines</name>
    <message>
        <source>and {n} more</source>
        <translation>и ещё {n}</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Ошибка</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Предупреждение</translation>
    </message>
</context>
<context>
    <name>MethodologiesEditor</name>
    <message>
        <source>Choose from the list</source>
        <translation>Выбрать из списка</translation>
    </message>
    <message>
        <source>Choose a methodology from the list</source>
        <translation>Выбрать методологию из списка</translation>
    </message>
</context>
<context>
    <name>MethodologyChooser</name>
    <message>
        <source>Code, title, scope, scale: landfill, small wind, I.D</source>
        <translation>Код, название, область, масштаб: landfill, small wind, I.D</translation>
    </message>
    <message>
        <source>Filter methodologies</source>
        <translation>Отбор методологий</translation>
    </message>
    <message>
        <source>Tools too</source>
        <translation>Также инструменты</translation>
    </message>
    <message>
        <source>Methodologies that ship</source>
        <translation>Методологии, входящие в программу</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Код</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Текст</translation>
    </message>
    <message>
        <source>Title, scope, scale, in force</source>
        <translation>Название, область, масштаб, срок действия</translation>
    </message>
    <message>
        <source>The methodology in focus</source>
        <translation>Текущая методология</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>Применить</translation>
    </message>
    <message>
        <source>Close the list</source>
        <translation>Закрыть список</translation>
    </message>
    <message>
        <source>version {number}</source>
        <translation>версия {number}</translation>
    </message>
    <message>
        <source>{n} of {all}</source>
        <translation>{n} из {all}</translation>
    </message>
    <message>
        <source>Apply {code} version {version}</source>
        <translation>Применить {code}, версия {version}</translation>
    </message>
    <message>
        <source>Applicable when</source>
        <translation>Применимо, если</translation>
    </message>
    <message>
        <source>Reference</source>
        <translation>Ссылка</translation>
    </message>
    <message>
        <source>It names no conditions.</source>
        <translation>Условия в ней не названы.</translation>
    </message>
    <message>
        <source>Calls</source>
        <translation>Использует</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Название</translation>
    </message>
</context>
<context>
    <name>NarrativeMenu</name>
    <message>
        <source>Pages of the citation…</source>
        <translation>Страницы ссылки…</translation>
    </message>
    <message>
        <source>Caption and alternative text…</source>
        <translation>Подпись и альтернативный текст…</translation>
    </message>
    <message>
        <source>Remove figure</source>
        <translation>Удалить рисунок</translation>
    </message>
    <message>
        <source>Caption of the table</source>
        <translation>Подпись таблицы</translation>
    </message>
    <message>
        <source>Take “{word}” as known</source>
        <translation>Считать слово «{word}» известным</translation>
    </message>
    <message>
        <source>Cut</source>
        <translation>Вырезать</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Копировать</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>Вставить</translation>
    </message>
    <message>
        <source>Select all</source>
        <translation>Выделить всё</translation>
    </message>
    <message>
        <source>Heading</source>
        <translation>Заголовок</translation>
    </message>
    <message>
        <source>Bullets</source>
        <translation>Маркеры</translation>
    </message>
    <message>
        <source>Numbers</source>
        <translation>Номера</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Таблица</translation>
    </message>
    <message>
        <source>Add row below</source>
        <translation>Добавить строку ниже</translation>
    </message>
    <message>
        <source>Add column to the right</source>
        <translation>Добавить столбец справа</translation>
    </message>
    <message>
        <source>Remove row</source>
        <translation>Удалить строку</translation>
    </message>
    <message>
        <source>Remove column</source>
        <translation>Удалить столбец</translation>
    </message>
    <message>
        <source>Set the column</source>
        <translation>Выровнять столбец</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>По левому краю</translation>
    </message>
    <message>
        <source>Right, as figures</source>
        <translation>По правому краю, как числа</translation>
    </message>
    <message>
        <source>In the middle</source>
        <translation>По центру</translation>
    </message>
    <message>
        <source>Remove table</source>
        <translation>Удалить таблицу</translation>
    </message>
</context>
<context>
    <name>NewProject</name>
    <message>
        <source>Form</source>
        <translation>Форма</translation>
    </message>
    <message>
        <source>Title of the project</source>
        <translation>Название проекта</translation>
    </message>
    <message>
        <source>Start the project</source>
        <translation>Начать проект</translation>
    </message>
    <message>
        <source>Host country</source>
        <translation>Принимающая Сторона</translation>
    </message>
    <message>
        <source>Track and form</source>
        <translation>Механизм и форма</translation>
    </message>
    <message>
        <source>Start a new project</source>
        <translation>Начать новый проект</translation>
    </message>
    <message>
        <source>Answer the first three questions; the others can wait.</source>
        <translation>Ответьте на первые три вопроса; остальные могут подождать.</translation>
    </message>
    <message>
        <source>{country} becomes the first of the Parties involved, as the host.</source>
        <translation>{country} — первая в перечне участвующих Сторон, как принимающая Сторона.</translation>
    </message>
    <message>
        <source>It can be given later, with the other Parties.</source>
        <translation>Её можно указать позже, вместе с другими Сторонами.</translation>
    </message>
    <message>
        <source>It will also ask: {labels}.</source>
        <translation>Также будет спрошено: {labels}.</translation>
    </message>
    <message>
        <source>{fields} fields in {sections} sections.</source>
        <translation>Полей: {fields}, разделов: {sections}.</translation>
    </message>
    <message>
        <source>In force from {start} to {end}.</source>
        <translation>Действует с {start} по {end}.</translation>
    </message>
    <message>
        <source>In force from {start}.</source>
        <translation>Действует с {start}.</translation>
    </message>
    <message>
        <source>The original of this form could be read only in part.</source>
        <translation>Оригинал этой формы удалось прочитать лишь частично.</translation>
    </message>
</context>
<context>
    <name>NotesPanel</name>
    <message>
        <source>No notes. A note is a reminder at a field, for your own office: it is never printed and never sent in a review file or a public edition.</source>
        <translation>Заметок нет. Заметка — это напоминание у поля, только для вас и ваших коллег: она никогда не печатается и не попадает ни в файл отзыва, ни в версию для публикации.</translation>
    </message>
    <message>
        <source>Notes to self</source>
        <translation>Заметки для себя</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Заметка</translation>
    </message>
    <message>
        <source>Note at the field in focus…</source>
        <translation>Заметка у текущего поля…</translation>
    </message>
    <message>
        <source>Keep the note</source>
        <translation>Сохранить заметку</translation>
    </message>
    <message>
        <source>Go there</source>
        <translation>Перейти</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Удалить</translation>
    </message>
    <message>
        <source>Note at: {where}</source>
        <translation>Заметка: {where}</translation>
    </message>
</context>
<context>
    <name>OfferList</name>
    <message>
        <source>Diesel, lower, Viet Nam 2019 …</source>
        <translation>Diesel, lower, Viet Nam 2019 …</translation>
    </message>
    <message>
        <source>Filter rows of tables</source>
        <translation>Отбор строк таблиц</translation>
    </message>
    <message>
        <source>Values from tables</source>
        <translation>Значения из таблиц</translation>
    </message>
    <message>
        <source>Value, {unit}</source>
        <translation>Значение, {unit}</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Значение</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>Строка</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Источник</translation>
    </message>
    <message>
        <source>as printed: {value}</source>
        <translation>как напечатано: {value}</translation>
    </message>
</context>
<context>
    <name>PageView</name>
    <message>
        <source>Pages of the dossier</source>
        <translation>Страницы досье</translation>
    </message>
</context>
<context>
    <name>PagesCard</name>
    <message>
        <source>Pages of the citation</source>
        <translation>Страницы ссылки</translation>
    </message>
    <message>
        <source>For instance 12, 3-5, or sheet Load. Empty: the whole document.</source>
        <translation>Например 12, 3-5 или лист «Нагрузка». Пусто: весь документ.</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Готово</translation>
    </message>
</context>
<context>
    <name>PreferencesDialog</name>
    <message>
        <source>Preferences</source>
        <translation>Настройки</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Выбрать…</translation>
    </message>
    <message>
        <source>Choose: {label}</source>
        <translation>Выбрать: {label}</translation>
    </message>
</context>
<context>
    <name>PreviewPanel</name>
    <message>
        <source>Dossier shown</source>
        <translation>Показанное досье</translation>
    </message>
    <message>
        <source>The pages appear here as they will be printed.</source>
        <translation>Здесь показаны страницы в том виде, в каком они будут напечатаны.</translation>
    </message>
    <message>
        <source>Farther (Ctrl+wheel)</source>
        <translation>Дальше (Ctrl+колесо мыши)</translation>
    </message>
    <message>
        <source>Closer (Ctrl+wheel)</source>
        <translation>Ближе (Ctrl+колесо мыши)</translation>
    </message>
    <message>
        <source>Build the pages again</source>
        <translation>Построить страницы заново</translation>
    </message>
    <message>
        <source>page {page} of {pages}</source>
        <translation>страница {page} из {pages}</translation>
    </message>
</context>
<context>
    <name>Previewing</name>
    <message>
        <source>There is no dossier for this project yet.</source>
        <translation>Досье для этого проекта пока нет.</translation>
    </message>
    <message>
        <source>The pages could not be made: {error}</source>
        <translation>Не удалось построить страницы: {error}</translation>
    </message>
    <message>
        <source>Making the pages</source>
        <translation>Построение страниц</translation>
    </message>
</context>
<context>
    <name>PrintDialog</name>
    <message>
        <source>Print dossier</source>
        <translation>Печать досье</translation>
    </message>
    <message>
        <source>Draft: marked DRAFT, with the list of problems</source>
        <translation>Черновик: с пометкой DRAFT и списком проблем</translation>
    </message>
    <message>
        <source>Final</source>
        <translation>Окончательное досье</translation>
    </message>
    <message>
        <source>Final waits for 1 value that was typed and could not be read: mend or clear it.</source>
        <translation>Окончательный вариант ждёт 1 введённого значения, которое не удалось прочитать: исправьте или удалите его.</translation>
    </message>
    <message>
        <source>Final waits for {n} values that were typed and could not be read: mend or clear them.</source>
        <translation>Окончательный вариант ждёт введённых значений, которые не удалось прочитать ({n}): исправьте или удалите их.</translation>
    </message>
    <message>
        <source>Final waits for 1 error that the checks found. The draft lists it.</source>
        <translation>Окончательное досье ждёт исправления ошибок, найденных при проверке: 1. В черновике они перечислены.</translation>
    </message>
    <message>
        <source>Final waits for {n} errors that the checks found. The draft lists them.</source>
        <translation>Окончательное досье ждёт исправления ошибок, найденных при проверке: {n}. В черновике они перечислены.</translation>
    </message>
    <message>
        <source>PDF/A-3 with the project inside: this program opens it again</source>
        <translation>PDF/A-3 с вложенным проектом: эта программа снова его откроет</translation>
    </message>
    <message>
        <source>PDF/A-2 without attachment: for portals that forbid them</source>
        <translation>PDF/A-2 без вложений: для порталов, где они запрещены</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Папка</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Выбрать…</translation>
    </message>
    <message>
        <source>Choose the folder</source>
        <translation>Выбрать папку</translation>
    </message>
    <message>
        <source>Which</source>
        <translation>Что печатать</translation>
    </message>
    <message>
        <source>As</source>
        <translation>Вид</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Файл</translation>
    </message>
    <message>
        <source>Into the folder</source>
        <translation>В папку</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
    <message>
        <source>Build draft PDF</source>
        <translation>Создать черновик PDF</translation>
    </message>
    <message>
        <source>Build {n} draft PDFs</source>
        <translation>Создать черновики PDF: {n}</translation>
    </message>
    <message>
        <source>Build final dossier</source>
        <translation>Создать окончательное досье</translation>
    </message>
    <message>
        <source>Build {n} final dossiers</source>
        <translation>Создать окончательные досье: {n}</translation>
    </message>
    <message>
        <source>Choose what to print first.</source>
        <translation>Сначала выберите, что печатать.</translation>
    </message>
    <message>
        <source>This folder does not exist.</source>
        <translation>Такой папки нет.</translation>
    </message>
    <message>
        <source>Folder for the dossier</source>
        <translation>Папка для досье</translation>
    </message>
</context>
<context>
    <name>Printing</name>
    <message>
        <source>Building the dossier</source>
        <translation>Создание досье</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Открыть</translation>
    </message>
    <message>
        <source>Show the folder</source>
        <translation>Показать папку</translation>
    </message>
    <message>
        <source>Built {names} in {folder}.</source>
        <translation>Создано: {names}. Папка: {folder}.</translation>
    </message>
    <message>
        <source>The dossier was not built.</source>
        <translation>Досье не создано.</translation>
    </message>
</context>
<context>
    <name>ProblemsPanel</name>
    <message>
        <source>Problems of</source>
        <translation>Область проблем</translation>
    </message>
    <message>
        <source>Whole project</source>
        <translation>Весь проект</translation>
    </message>
    <message>
        <source>This document</source>
        <translation>Этот документ</translation>
    </message>
    <message>
        <source>This section</source>
        <translation>Этот раздел</translation>
    </message>
    <message>
        <source>The checks found nothing here.</source>
        <translation>Проверка здесь ничего не нашла.</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>Проблемы</translation>
    </message>
    <message>
        <source>Passing the check means that no fault of form, consistency or arithmetic was found; not that the project will be approved or registered, nor that what it states is true.</source>
        <translation>Пройденная проверка означает, что не найдено ошибок формы, согласованности или арифметики, — но не то, что проект будет одобрен или зарегистрирован, и не то, что изложенное в нём верно.</translation>
    </message>
    <message>
        <source>Problems or progress</source>
        <translation>Проблемы или ход работы</translation>
    </message>
    <message>
        <source>What is wrong</source>
        <translation>Что неверно</translation>
    </message>
    <message>
        <source>What is left</source>
        <translation>Что осталось</translation>
    </message>
</context>
<context>
    <name>ProgressPanel</name>
    <message>
        <source>What is left, by section</source>
        <translation>Что осталось, по разделам</translation>
    </message>
    <message>
        <source>Nothing is left, and nothing blocks the final dossier.</source>
        <translation>Всё заполнено, и окончательному досье ничто не препятствует.</translation>
    </message>
    <message>
        <source>1 required answer is left</source>
        <translation>Осталось обязательных ответов: 1</translation>
    </message>
    <message>
        <source>{n} required answers are left</source>
        <translation>Осталось обязательных ответов: {n}</translation>
    </message>
    <message>
        <source>1 error blocks the final dossier</source>
        <translation>Ошибок, препятствующих окончательному досье: 1</translation>
    </message>
    <message>
        <source>{n} errors block the final dossier</source>
        <translation>Ошибок, препятствующих окончательному досье: {n}</translation>
    </message>
    <message>
        <source>{n} %</source>
        <translation>{n} %</translation>
    </message>
    <message>
        <source>{n} left</source>
        <translation>осталось: {n}</translation>
    </message>
    <message>
        <source>1 blocks</source>
        <translation>препятствует: 1</translation>
    </message>
    <message>
        <source>{n} block</source>
        <translation>препятствует: {n}</translation>
    </message>
</context>
<context>
    <name>ProjectModel</name>
    <message>
        <source>Title</source>
        <translation>Название</translation>
    </message>
    <message>
        <source>Host</source>
        <translation>Принимающая Сторона</translation>
    </message>
    <message>
        <source>Methodology</source>
        <translation>Методология</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>Этап</translation>
    </message>
    <message>
        <source>t CO₂e a year</source>
        <translation>т CO₂-экв. в год</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>Ошибки</translation>
    </message>
    <message>
        <source>Warnings</source>
        <translation>Предупреждения</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>Замечания</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>Срок</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Файл</translation>
    </message>
    <message>
        <source>Overdue: a finding waits for a response since then.</source>
        <translation>Просрочено: с этого дня замечание ждёт ответа.</translation>
    </message>
</context>
<context>
    <name>ProseEditor</name>
    <message>
        <source>Captions and heads of tables hold plain words only.</source>
        <translation>Подписи и заголовки таблиц содержат только простой текст.</translation>
    </message>
</context>
<context>
    <name>ProseTools</name>
    <message>
        <source>Bold (Ctrl+B)</source>
        <translation>Полужирный (Ctrl+B)</translation>
    </message>
    <message>
        <source>Italic (Ctrl+I)</source>
        <translation>Курсив (Ctrl+I)</translation>
    </message>
    <message>
        <source>Subscript (Ctrl+=)</source>
        <translation>Нижний индекс (Ctrl+=)</translation>
    </message>
    <message>
        <source>Superscript (Ctrl+Shift+=)</source>
        <translation>Верхний индекс (Ctrl+Shift+=)</translation>
    </message>
    <message>
        <source>Heading</source>
        <translation>Заголовок</translation>
    </message>
    <message>
        <source>Bullets</source>
        <translation>Маркеры</translation>
    </message>
    <message>
        <source>Numbers</source>
        <translation>Нумерация</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Таблица</translation>
    </message>
    <message>
        <source>Insert a result, a fact, a reference, a picture or a footnote (Ctrl+Shift+I)</source>
        <translation>Вставить показатель, сведение, ссылку, изображение или сноску (Ctrl+Shift+I)</translation>
    </message>
</context>
<context>
    <name>ReasonStrip</name>
    <message>
        <source>Done</source>
        <translation>Готово</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
    <message>
        <source>Write the reason first.</source>
        <translation>Сначала напишите обоснование.</translation>
    </message>
</context>
<context>
    <name>Record</name>
    <message>
        <source>not named yet</source>
        <translation>ещё не названо</translation>
    </message>
    <message>
        <source>{label}, row {text}</source>
        <translation>{label}, строка {text}</translation>
    </message>
</context>
<context>
    <name>ReferenceEditor</name>
    <message>
        <source>There is no row to choose from yet.</source>
        <translation>Пока нет строк, из которых можно выбрать.</translation>
    </message>
    <message>
        <source>nothing to choose from yet</source>
        <translation>выбирать пока не из чего</translation>
    </message>
</context>
<context>
    <name>ReportPage</name>
    <message>
        <source>← Back to the form (Esc)</source>
        <translation>← Назад к форме (Esc)</translation>
    </message>
</context>
<context>
    <name>ReviewPanel</name>
    <message>
        <source>Findings, revisions, checklist or notes</source>
        <translation>Замечания, редакции, контрольный список или заметки</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>Замечания</translation>
    </message>
    <message>
        <source>Revisions</source>
        <translation>Редакции</translation>
    </message>
    <message>
        <source>Checklist</source>
        <translation>Контрольный список</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Заметки</translation>
    </message>
</context>
<context>
    <name>ReviewStrip</name>
    <message>
        <source>Opened read-only to review: findings, notes and the checklist can be written, answers cannot be changed. The file itself stays as it is.</source>
        <translation>Открыто только для чтения, на отзыв: можно писать замечания, заметки и заполнять контрольный список, но нельзя менять ответы. Сам файл остаётся как есть.</translation>
    </message>
    <message>
        <source>Write a review file…</source>
        <translation>Записать файл отзыва…</translation>
    </message>
</context>
<context>
    <name>Reviewing</name>
    <message>
        <source>moved to {where}</source>
        <translation>перемещено: {where}</translation>
    </message>
    <message>
        <source>passage changed</source>
        <translation>отрывок изменён</translation>
    </message>
    <message>
        <source>place is gone</source>
        <translation>этого места больше нет</translation>
    </message>
</context>
<context>
    <name>Revising</name>
    <message>
        <source>Revision {n} is frozen; save to have it in the file.</source>
        <translation>Редакция {n} зафиксирована; сохраните проект, чтобы она попала в файл.</translation>
    </message>
    <message>
        <source>There is nothing to compare with yet.</source>
        <translation>Сравнивать пока не с чем.</translation>
    </message>
    <message>
        <source>Freeze a revision first; what changes later is compared to it.</source>
        <translation>Сначала зафиксируйте редакцию; с ней сравнивается то, что изменится позже.</translation>
    </message>
    <message>
        <source>From {before} to {after}</source>
        <translation>Сравнение: {before} → {after}</translation>
    </message>
    <message>
        <source>what is on screen</source>
        <translation>то, что на экране</translation>
    </message>
    <message>
        <source>revision {n}</source>
        <translation>редакция {n}</translation>
    </message>
    <message>
        <source>No field is in focus.</source>
        <translation>Курсор не стоит ни в одном поле.</translation>
    </message>
    <message>
        <source>Put the cursor in the field to restore, then press it again.</source>
        <translation>Поставьте курсор в поле, которое нужно восстановить, и нажмите снова.</translation>
    </message>
    <message>
        <source>It stands as it did then.</source>
        <translation>Здесь всё так же, как тогда.</translation>
    </message>
    <message>
        <source>Restored; undo takes it back.</source>
        <translation>Восстановлено; это можно отменить.</translation>
    </message>
</context>
<context>
    <name>RevisionsPanel</name>
    <message>
        <source>What this revision is, for whom</source>
        <translation>Что это за редакция и для кого</translation>
    </message>
    <message>
        <source>Note of the revision to freeze</source>
        <translation>Пояснение к фиксируемой редакции</translation>
    </message>
    <message>
        <source>Freeze revision</source>
        <translation>Зафиксировать редакцию</translation>
    </message>
    <message>
        <source>Nothing was frozen yet. Freeze a revision when the project is handed to somebody: it keeps every answer as it stands, with date, person and hash, and what changes later can be compared with it.</source>
        <translation>Пока ничего не зафиксировано. Зафиксируйте редакцию, когда передаёте проект кому-либо: она хранит каждый ответ как есть, с датой, именем и хешем, и позднейшие изменения можно сравнить с ней.</translation>
    </message>
    <message>
        <source>Revisions</source>
        <translation>Редакции</translation>
    </message>
    <message>
        <source>Mark of the chosen revision</source>
        <translation>Отметка выбранной редакции</translation>
    </message>
    <message>
        <source>Not marked</source>
        <translation>Без отметки</translation>
    </message>
    <message>
        <source>Published</source>
        <translation>Опубликована</translation>
    </message>
    <message>
        <source>Registered</source>
        <translation>Зарегистрирована</translation>
    </message>
    <message>
        <source>Compare from</source>
        <translation>Сравнить от</translation>
    </message>
    <message>
        <source>Compare with</source>
        <translation>Сравнить с</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Сравнить</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>Поле</translation>
    </message>
    <message>
        <source>Restore the field in focus</source>
        <translation>Восстановить текущее поле</translation>
    </message>
    <message>
        <source>Section</source>
        <translation>Раздел</translation>
    </message>
    <message>
        <source>Restore the section shown</source>
        <translation>Восстановить показанный раздел</translation>
    </message>
    <message>
        <source>On screen</source>
        <translation>На экране</translation>
    </message>
    <message>
        <source>Put the field in focus back to what it was in the chosen revision</source>
        <translation>Вернуть текущее поле к тому, каким оно было в выбранной редакции</translation>
    </message>
    <message>
        <source>Put the section shown back to what it was in the chosen revision</source>
        <translation>Вернуть показанный раздел к тому, каким он был в выбранной редакции</translation>
    </message>
    <message>
        <source>Mark</source>
        <translation>Отметка</translation>
    </message>
    <message>
        <source>From</source>
        <translation>От</translation>
    </message>
    <message>
        <source>To</source>
        <translation>До</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>Вернуть</translation>
    </message>
    <message>
        <source>published</source>
        <translation>опубликована</translation>
    </message>
    <message>
        <source>registered</source>
        <translation>зарегистрирована</translation>
    </message>
    <message>
        <source>Revision {n}</source>
        <translation>Редакция {n}</translation>
    </message>
</context>
<context>
    <name>RowButtons</name>
    <message>
        <source>Move up</source>
        <translation>Переместить вверх</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>Переместить вниз</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Удалить</translation>
    </message>
</context>
<context>
    <name>RowsModel</name>
    <message>
        <source>{column}, row {row}</source>
        <translation>{column}, строка {row}</translation>
    </message>
</context>
<context>
    <name>ScenariosView</name>
    <message>
        <source>Choice to compare</source>
        <translation>Выбор для сравнения</translation>
    </message>
    <message>
        <source>This methodology leaves no choice open.</source>
        <translation>Эта методология не оставляет выбора.</translation>
    </message>
    <message>
        <source>Baseline</source>
        <translation>Исходные условия</translation>
    </message>
    <message>
        <source>Project</source>
        <translation>Проект</translation>
    </message>
    <message>
        <source>Leakage</source>
        <translation>Утечки</translation>
    </message>
    <message>
        <source>Reductions</source>
        <translation>Сокращения</translation>
    </message>
    <message>
        <source>Choice</source>
        <translation>Вариант</translation>
    </message>
    <message>
        <source>Totals over the crediting period, {unit}, not rounded</source>
        <translation>Итого за период кредитования, {unit}, без округления</translation>
    </message>
    <message>
        <source> (as chosen)</source>
        <translation> (как выбрано)</translation>
    </message>
    <message>
        <source>1 input missing</source>
        <translation>не хватает величин: 1</translation>
    </message>
    <message>
        <source>{n} inputs missing</source>
        <translation>не хватает величин: {n}</translation>
    </message>
</context>
<context>
    <name>SectionOverview</name>
    <message>
        <source>{n} to answer</source>
        <translation>осталось ответить: {n}</translation>
    </message>
    <message>
        <source>complete</source>
        <translation>заполнено</translation>
    </message>
</context>
<context>
    <name>SectionPage</name>
    <message>
        <source>This section does not apply.</source>
        <translation>Этот раздел неприменим.</translation>
    </message>
</context>
<context>
    <name>SectionTree</name>
    <message>
        <source>Find a section or field</source>
        <translation>Найти раздел или поле</translation>
    </message>
    <message>
        <source>Documents and sections</source>
        <translation>Документы и разделы</translation>
    </message>
    <message>
        <source>{done} of {all} required answered</source>
        <translation>Обязательных ответов дано: {done} из {all}</translation>
    </message>
    <message>
        <source>1 finding not closed</source>
        <translation>не закрытых замечаний: 1</translation>
    </message>
    <message>
        <source>{n} findings not closed</source>
        <translation>не закрытых замечаний: {n}</translation>
    </message>
</context>
<context>
    <name>SensitivityView</name>
    <message>
        <source>Change of each input</source>
        <translation>Изменение каждой величины</translation>
    </message>
    <message>
        <source>Each input alone, with all its rows and years</source>
        <translation>Каждая величина отдельно, со всеми её строками и годами</translation>
    </message>
    <message>
        <source>When all years are calculated, each input can be varied here.</source>
        <translation>Когда рассчитаны все годы, здесь можно изменять каждую величину.</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>Исходные данные</translation>
    </message>
    <message>
        <source>less {share}</source>
        <translation>меньше на {share}</translation>
    </message>
    <message>
        <source>as it is</source>
        <translation>как есть</translation>
    </message>
    <message>
        <source>more {share}</source>
        <translation>больше на {share}</translation>
    </message>
    <message>
        <source>Without effect: {names}.</source>
        <translation>Не влияют: {names}.</translation>
    </message>
    <message>
        <source>Reductions over the crediting period, {unit}, not rounded</source>
        <translation>Сокращения за период кредитования, {unit}, без округления</translation>
    </message>
    <message>
        <source>No input moves the result.</source>
        <translation>Ни одна величина не влияет на результат.</translation>
    </message>
</context>
<context>
    <name>SharedFiles</name>
    <message>
        <source>Write a review file</source>
        <translation>Записать файл отзыва</translation>
    </message>
    <message>
        <source>Review file</source>
        <translation>Файл отзыва</translation>
    </message>
    <message>
        <source>Written to {file}; private findings stay here.</source>
        <translation>Записано в {file}; личные замечания остаются здесь.</translation>
    </message>
    <message>
        <source>Review file (*{suffix})</source>
        <translation>Файл отзыва (*{suffix})</translation>
    </message>
    <message>
        <source>Take in a review file</source>
        <translation>Принять файл отзыва</translation>
    </message>
    <message>
        <source>1 finding is new.</source>
        <translation>Новых замечаний: 1.</translation>
    </message>
    <message>
        <source>{n} findings are new.</source>
        <translation>Новых замечаний: {n}.</translation>
    </message>
    <message>
        <source>1 round is new.</source>
        <translation>Новых раундов: 1.</translation>
    </message>
    <message>
        <source>{n} rounds are new.</source>
        <translation>Новых раундов: {n}.</translation>
    </message>
    <message>
        <source>1 change was taken in.</source>
        <translation>Принято изменений: 1.</translation>
    </message>
    <message>
        <source>{n} changes were taken in.</source>
        <translation>Принято изменений: {n}.</translation>
    </message>
    <message>
        <source>The review was written about {state}.</source>
        <translation>Отзыв написан о состоянии: {state}.</translation>
    </message>
    <message>
        <source>It was written about a state that is not known here: places may have moved.</source>
        <translation>Он написан о состоянии, которое здесь неизвестно: места могли сместиться.</translation>
    </message>
    <message>
        <source>Several findings are called {name}; they are kept apart.</source>
        <translation>Несколько замечаний называются {name}; они хранятся отдельно.</translation>
    </message>
    <message>
        <source>1 place was not taken in</source>
        <translation>Не принято мест: 1</translation>
    </message>
    <message>
        <source>{n} places were not taken in</source>
        <translation>Не принято мест: {n}</translation>
    </message>
    <message>
        <source>The review of {by}</source>
        <translation>Отзыв: {by}</translation>
    </message>
    <message>
        <source>Write a public edition</source>
        <translation>Записать версию для публикации</translation>
    </message>
    <message>
        <source>Cerulean project</source>
        <translation>Проект Cerulean</translation>
    </message>
    <message>
        <source>1 answer with personal data is withheld.</source>
        <translation>Скрыто ответов с личными данными: 1.</translation>
    </message>
    <message>
        <source>{n} answers with personal data are withheld.</source>
        <translation>Скрыто ответов с личными данными: {n}.</translation>
    </message>
    <message>
        <source>Read before you publish</source>
        <translation>Прочитайте перед публикацией</translation>
    </message>
    <message>
        <source>A withheld name or number still stands in the text at:</source>
        <translation>Скрытое имя или номер всё ещё есть в тексте:</translation>
    </message>
    <message>
        <source>Public edition</source>
        <translation>Версия для публикации</translation>
    </message>
    <message>
        <source>1 answer</source>
        <translation>Ответов: 1</translation>
    </message>
    <message>
        <source>{n} answers</source>
        <translation>Ответов: {n}</translation>
    </message>
    <message>
        <source>No document was taken out</source>
        <translation>Документы не удалялись</translation>
    </message>
    <message>
        <source>{name} is in the project again; undo takes it out.</source>
        <translation>{name} снова в проекте; это можно отменить.</translation>
    </message>
    <message>
        <source>No later form takes over this one</source>
        <translation>Более поздней формы взамен этой нет</translation>
    </message>
    <message>
        <source>{carried} answers were carried over, {lost} found no place and are kept aside, {new} places are new. This is a new project; the file before is as it was.</source>
        <translation>Перенесено ответов: {carried}; не нашли места и отложены: {lost}; новых мест: {new}. Это новый проект; прежний файл не изменён.</translation>
    </message>
    <message>
        <source>Found no place</source>
        <translation>Не нашли места</translation>
    </message>
    <message>
        <source>Look at these: a part may belong elsewhere</source>
        <translation>Просмотрите: часть, возможно, относится к другому месту</translation>
    </message>
    <message>
        <source>Carried over to {form}</source>
        <translation>Перенесено в {form}</translation>
    </message>
    <message>
        <source>No backups: they are kept at each save</source>
        <translation>Резервных копий нет: они создаются при каждом сохранении</translation>
    </message>
    <message>
        <source>The state of {when} is on screen and not saved; undo takes it back.</source>
        <translation>На экране состояние от {when}; оно не сохранено, и его можно отменить.</translation>
    </message>
</context>
<context>
    <name>ShortcutsDialog</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Сочетания клавиш</translation>
    </message>
    <message>
        <source>Search by what it does, or by its keys</source>
        <translation>Искать по действию или по клавишам</translation>
    </message>
    <message>
        <source>Search shortcuts</source>
        <translation>Поиск сочетаний</translation>
    </message>
    <message>
        <source>No shortcut says this.</source>
        <translation>Таких сочетаний нет.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
    <message>
        <source>What it does</source>
        <translation>Действие</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Клавиши</translation>
    </message>
</context>
<context>
    <name>SiteFiles</name>
    <message>
        <source>Places on a map (*.kml *.kmz *.geojson *.json)</source>
        <translation>Места на карте (*.kml *.kmz *.geojson *.json)</translation>
    </message>
    <message>
        <source>Import places from KML or GeoJSON</source>
        <translation>Импортировать места из KML или GeoJSON</translation>
    </message>
    <message>
        <source>1 place was added.</source>
        <translation>Добавлено мест: 1.</translation>
    </message>
    <message>
        <source>{n} places were added.</source>
        <translation>Добавлено мест: {n}.</translation>
    </message>
    <message>
        <source>Undo takes them all back.</source>
        <translation>Отмена уберёт их все.</translation>
    </message>
</context>
<context>
    <name>StepTree</name>
    <message>
        <source>Working</source>
        <translation>Расчёт</translation>
    </message>
</context>
<context>
    <name>TableEditor</name>
    <message>
        <source>Import KML or GeoJSON</source>
        <translation>Импорт KML или GeoJSON</translation>
    </message>
    <message>
        <source>Import CSV or XLSX</source>
        <translation>Импорт CSV или XLSX</translation>
    </message>
    <message>
        <source>Add row (Alt+Insert)</source>
        <translation>Добавить строку (Alt+Insert)</translation>
    </message>
    <message>
        <source>Remove row (Alt+Delete)</source>
        <translation>Удалить строку (Alt+Delete)</translation>
    </message>
    <message>
        <source>Move up (Alt+Up)</source>
        <translation>Переместить вверх (Alt+Up)</translation>
    </message>
    <message>
        <source>Move down (Alt+Down)</source>
        <translation>Переместить вниз (Alt+Down)</translation>
    </message>
    <message>
        <source>Copy (Ctrl+C)</source>
        <translation>Копировать (Ctrl+C)</translation>
    </message>
    <message>
        <source>Paste (Ctrl+V)</source>
        <translation>Вставить (Ctrl+V)</translation>
    </message>
    <message>
        <source>Fill down (Ctrl+D)</source>
        <translation>Заполнить вниз (Ctrl+D)</translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <source>Document shown</source>
        <translation>Показанный документ</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>Документ</translation>
    </message>
    <message>
        <source>Stage: decides which rules are errors now</source>
        <translation>Этап: от него зависит, нарушение каких правил сейчас — ошибка</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>Этап</translation>
    </message>
    <message>
        <source> Print</source>
        <translation> Печать</translation>
    </message>
    <message>
        <source>Project without a title</source>
        <translation>Проект без названия</translation>
    </message>
    <message>
        <source>Stage not chosen</source>
        <translation>Этап не выбран</translation>
    </message>
</context>
<context>
    <name>Tornado</name>
    <message>
        <source>Tornado chart</source>
        <translation>Диаграмма «торнадо»</translation>
    </message>
    <message>
        <source>as it is: {value}</source>
        <translation>как есть: {value}</translation>
    </message>
</context>
<context>
    <name>WayOn</name>
    <message>
        <source>← {title}</source>
        <translation>← {title}</translation>
    </message>
    <message>
        <source>{title} →</source>
        <translation>{title} →</translation>
    </message>
</context>
<context>
    <name>Welcome</name>
    <message>
        <source>Cerulean</source>
        <translation>Cerulean</translation>
    </message>
    <message>
        <source>Project dossiers, prepared, checked and printed on this computer alone.</source>
        <translation>Досье проектов: подготовка, проверка и печать только на этом компьютере.</translation>
    </message>
    <message>
        <source>Open a project…</source>
        <translation>Открыть проект…</translation>
    </message>
    <message>
        <source>Library of projects</source>
        <translation>Библиотека проектов</translation>
    </message>
    <message>
        <source>Recent</source>
        <translation>Недавние</translation>
    </message>
    <message>
        <source>Projects that you open or save will be listed here.</source>
        <translation>Здесь появятся проекты, которые вы открываете или сохраняете.</translation>
    </message>
    <message>
        <source>Samples: complete projects to look at and to change</source>
        <translation>Образцы: готовые проекты, которые можно смотреть и менять</translation>
    </message>
    <message>
        <source>not there any more: {folder}</source>
        <translation>больше не существует: {folder}</translation>
    </message>
</context>
<context>
    <name>WhatIf</name>
    <message>
        <source>What if</source>
        <translation>Что если</translation>
    </message>
    <message>
        <source>Sensitivity</source>
        <translation>Чувствительность</translation>
    </message>
    <message>
        <source>Other choices</source>
        <translation>Другие варианты</translation>
    </message>
    <message>
        <source>What changed</source>
        <translation>Что изменилось</translation>
    </message>
</context>
<context>
    <name>WhichStrip</name>
    <message>
        <source>It means {meaning}</source>
        <translation>Имеется в виду {meaning}</translation>
    </message>
</context>
<context>
    <name>WideTableEditor</name>
    <message>
        <source>Show as records (Ctrl+T)</source>
        <translation>Показать записями (Ctrl+T)</translation>
    </message>
    <message>
        <source>Show as a table (Ctrl+T)</source>
        <translation>Показать таблицей (Ctrl+T)</translation>
    </message>
</context>
<context>
    <name>WorkingPanel</name>
    <message>
        <source>Figure to explain</source>
        <translation>Показатель для пояснения</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Шаг</translation>
    </message>
    <message>
        <source>No figure is worked out yet. Apply a methodology and give its inputs; then every number explains itself here.</source>
        <translation>Пока ни один показатель не рассчитан. Примените методологию и укажите её исходные данные; тогда здесь будет объяснено каждое число.</translation>
    </message>
    <message>
        <source>Of {name}. Worked out too by: {others}</source>
        <translation>По {name}. Считают также: {others}</translation>
    </message>
    <message>
        <source>Source: {source}</source>
        <translation>Источник: {source}</translation>
    </message>
</context>
<context>
    <name>_Hits</name>
    <message>
        <source>Command</source>
        <translation>Команда</translation>
    </message>
    <message>
        <source>Section</source>
        <translation>Раздел</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>Поле</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Ответ</translation>
    </message>
</context>
<context>
    <name>_ProblemModel</name>
    <message>
        <source>Justified: {}</source>
        <translation>Обосновано: {}</translation>
    </message>
    <message>
        <source>Submission checks: errors must be mended before submission</source>
        <translation>Проверки перед подачей: ошибки необходимо исправить до подачи</translation>
    </message>
    <message>
        <source>Quality checks: mend or explain; none of them holds the dossier back</source>
        <translation>Проверки качества: исправьте или обоснуйте; они не задерживают досье</translation>
    </message>
    <message>
        <source>Justified</source>
        <translation>Обосновано</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Ошибка</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Предупреждение</translation>
    </message>
    <message>
        <source>Information</source>
        <translation>Сведения</translation>
    </message>
</context>
<context>
    <name>_View</name>
    <message>
        <source>Working it out …</source>
        <translation>Идёт расчёт …</translation>
    </message>
</context>
<context>
    <name>choice</name>
    <message>
        <source>type to search</source>
        <translation>введите для поиска</translation>
    </message>
</context>
<context>
    <name>evidence</name>
    <message>
        <source>read</source>
        <translation>прочитано</translation>
    </message>
    <message>
        <source>read in part</source>
        <translation>прочитано частично</translation>
    </message>
    <message>
        <source>unverified</source>
        <translation>не проверено</translation>
    </message>
    <message>
        <source>The official text was read.</source>
        <translation>Официальный текст прочитан.</translation>
    </message>
    <message>
        <source>The official text was read in part. What was not seen is said below; compare it before use.</source>
        <translation>Официальный текст прочитан частично. Что не удалось увидеть, указано ниже; сверьте это перед использованием.</translation>
    </message>
    <message>
        <source>Unverified: the official text could not be read. Compare every equation with it before use; the dossier prints a warning.</source>
        <translation>Не проверено: официальный текст прочитать не удалось. Перед использованием сверьте с ним каждое уравнение; в досье печатается предупреждение.</translation>
    </message>
</context>
</TS>
